"""Copies, sellers and ties: which ads, accounts and contacts belong together, and the evidence for it."""

from schakel.linking.campaigns import find_campaigns
from schakel.linking.communities import find_communities
from schakel.linking.contacts import map_contacts
from schakel.linking.paths import Step, evidence_path, seller_odds
from schakel.linking.photos import hash_photos
from schakel.linking.sellers import link_sellers

__all__ = [
    "Step",
    "evidence_path",
    "find_campaigns",
    "find_communities",
    "hash_photos",
    "link_sellers",
    "map_contacts",
    "seller_odds",
]
