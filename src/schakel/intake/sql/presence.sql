-- Who was seen where under which name: the one pass over all messages from which accounts and chats follow.
-- Titles and kinds of a chat seldom change, so they are told apart first and the last ones picked from the few that are
-- left: to ask for the last of every message took a third of the time. What is done besides writing is looked at where
-- something was done only: a sixth of the time. Dumps of other tools may tell no names: only where
-- an export that tells them has none for a user, the account is `nameless`. A message that Telegram Desktop does not
-- support says nothing of its writer; and an export writes the names of its own day, so who has a name elsewhere in it,
-- or at that time or later in another one, was not deleted.
-- Who leaves is told as one that removes itself, and keeps nothing by it; nor does who made a chat of a few (a crew's) or a
-- channel, where nobody else writes.
WITH told AS (
    SELECT
        chat_id,
        account_id,
        coalesce(account_name, '') AS name,
        chat_kind,
        chat_title,
        any_value(chat_tg_id) AS chat_tg_id,
        any_value(account_tg_id) AS account_tg_id,
        any_value(account_kind) AS kind,
        min(sent_at) AS first_seen,
        max(sent_at) AS last_seen,
        count(*) AS messages,
        bool_or(CASE WHEN action IS NOT NULL THEN
            action IN (
                'pin_message', 'edit_group_title', 'edit_group_photo', 'delete_group_photo',
                'group_call', 'set_messages_ttl', 'edit_chat_theme'
            )
            OR (action = 'remove_members' AND NOT coalesce(
                contains(extra, '"members":["' || account_name || '"]')
                OR contains(extra, '{"user_id":' || account_tg_id || '}'), false
            ))
        END) AS kept_it,
        bool_or(CASE WHEN action IS NOT NULL THEN
            action IN ('create_group', 'create_channel', 'migrate_to_supergroup')
        END) AS made_it,
        count(*) FILTER (kind IS DISTINCT FROM 'service') AS said,
        max(sent_at) FILTER (
            account_name IS NULL AND account_kind = 'user' AND messages.kind IN ('message', 'service')
            AND dumps.source_id IS NULL
        ) AS unnamed
    FROM messages
    LEFT JOIN dumps ON dumps.source_id = messages.source_id
    GROUP BY chat_id, account_id, name, chat_kind, chat_title
),
suspects AS (SELECT account_id, max(unnamed) AS unnamed FROM told WHERE unnamed IS NOT NULL GROUP BY account_id),
by_source AS (
    SELECT
        account_id,
        source_id,
        bool_or(account_name IS NULL AND kind IN ('message', 'service')) AS unnamed,
        max(sent_at) FILTER (account_name NOT IN ('', 'Deleted Account')) AS named
    FROM messages
    SEMI JOIN suspects USING (account_id)
    GROUP BY account_id, source_id
),
named AS (
    SELECT account_id
    FROM by_source
    JOIN suspects USING (account_id)
    GROUP BY account_id
    HAVING bool_or(by_source.unnamed AND named IS NOT NULL) OR bool_or(named >= suspects.unnamed)
),
writers AS (
    SELECT chat_id, count(DISTINCT account_id) FILTER (said > 0) AS writers FROM told GROUP BY chat_id
)
SELECT
    chat_id,
    account_id,
    name,
    any_value(chat_tg_id) AS chat_tg_id,
    arg_max(chat_kind, (coalesce(epoch(last_seen), 0), chat_kind)) AS chat_kind,
    arg_max(chat_title, (coalesce(epoch(last_seen), 0), chat_title)) FILTER (chat_title <> '') AS chat_title,
    any_value(account_tg_id) AS account_tg_id,
    any_value(kind) AS kind,
    min(first_seen) AS first_seen,
    max(last_seen) AS last_seen,
    CAST(sum(messages) AS BIGINT) AS messages,
    coalesce(bool_or(told.chat_kind = 'bot_chat' AND told.account_tg_id = told.chat_tg_id), false) AS is_bot,
    coalesce(bool_or(kept_it OR (made_it AND writers >= 10)), false) AND NOT coalesce(bool_or(chat_kind LIKE '%channel'), false) AS kept_it,
    max(unnamed) IS NOT NULL AND NOT bool_or(named.account_id IS NOT NULL) AS nameless
FROM told
JOIN writers USING (chat_id)
LEFT JOIN named USING (account_id)
GROUP BY chat_id, account_id, name
ORDER BY chat_id, account_id, name
