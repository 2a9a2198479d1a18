"""The functions in the chain that people show by what they write of their work, in the order of the learned tables."""

WORK_ROLES = ("courier", "recruiter", "group-keeper", "money-handler", "voucher", "supplier")
