-- Ties between accounts, added up: who replies to, forwards, mentions, vouches for, warns of, pays whom, how often;
-- and who shows the same photos.
WITH photos AS (SELECT left_id, right_id, detail, messages FROM photo_pairs)
SELECT
    left_id,
    right_id,
    kind,
    0.0::DOUBLE AS log10_lr,
    [{
        'rule': kind,
        'weight': 0.0::DOUBLE,
        'start': NULL::INTEGER,
        'end': NULL::INTEGER,
        'detail': 'messages: ' || count(*),
        'messages': min(message_id, 5)
    }] AS reasons,
    NULL::DOUBLE AS probability
FROM each_tie
GROUP BY left_id, right_id, kind
UNION ALL
SELECT
    left_id,
    right_id,
    'same-photo' AS kind,
    0.0::DOUBLE AS log10_lr,
    [{
        'rule': 'same-photo',
        'weight': 0.0::DOUBLE,
        'start': NULL::INTEGER,
        'end': NULL::INTEGER,
        'detail': 'photos: ' || count(DISTINCT detail),
        'messages': list_sort(list_distinct(flatten(list(messages))))[1:5]
    }] AS reasons,
    NULL::DOUBLE AS probability
FROM photos
GROUP BY left_id, right_id
ORDER BY kind, left_id, right_id
