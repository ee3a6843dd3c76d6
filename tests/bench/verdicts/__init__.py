"""How often the judge is right: invented releases, articles made from them, and what an honest person would decide."""
