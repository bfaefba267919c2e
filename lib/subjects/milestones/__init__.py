"""Laws, rules, benefits, programs, reports, money and coalitions in time."""
