-- One row for each name an account went by. An account is a keeper if it pinned, retitled or removed in any chat.
-- Deleted accounts keep their messages but lose their name.
WITH seen AS (
    SELECT
        account_id,
        coalesce(account_name, '') AS name,
        any_value(account_tg_id) AS account_tg_id,
        any_value(account_kind) AS kind,
        min(sent_at) AS first_seen,
        max(sent_at) AS last_seen,
        count(*) AS messages,
        count(DISTINCT chat_id) AS chats,
        bool_or(chat_kind = 'bot_chat' AND account_tg_id = chat_tg_id) AS is_bot,
        bool_or(
            action IN (
                'pin_message', 'edit_group_title', 'edit_group_photo', 'delete_group_photo', 'remove_members',
                'create_group', 'create_channel', 'migrate_to_supergroup', 'topic_created', 'topic_edit',
                'group_call', 'set_messages_ttl', 'edit_chat_theme'
            )
        ) AS kept_it
    FROM messages
    WHERE account_id IS NOT NULL
    GROUP BY account_id, name
),
whole AS (
    SELECT
        *,
        bool_or(coalesce(kept_it, false)) OVER (PARTITION BY account_id) AS is_keeper,
        bool_or(coalesce(is_bot, false)) OVER (PARTITION BY account_id) AS is_a_bot
    FROM seen
)
SELECT
    account_id,
    account_tg_id,
    kind,
    name,
    first_seen,
    last_seen,
    messages,
    chats,
    list_filter(
        [
            CASE WHEN is_a_bot THEN 'bot' END,
            CASE WHEN name IN ('', 'Deleted Account') THEN 'deleted' END,
            CASE WHEN is_keeper THEN 'keeper' END
        ],
        lambda flag: flag IS NOT NULL
    ) AS flags
FROM whole
ORDER BY account_id, name
