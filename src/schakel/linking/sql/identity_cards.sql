-- Contact cards (`own_cards`) that sellers' accounts sent themselves.
SELECT members.seller_id, own_cards.*
FROM own_cards
JOIN members ON members.account_id = own_cards.account_id
ORDER BY own_cards.message_id
