# The cost of WhatsApp messages
cost-title = Cost of WhatsApp { $month }
cost-marketing = Marketing templates: { $count }
cost-utility = Utility templates: { $count }
cost-service = Replies: { $count }
cost-none = No message has been billed this month.
cost-free = The first { $count } replies of each month are free.
cost-spent = Estimate until today { $spent }, until the end of the month { $projected }.
cost-ceiling = This month's ceiling { $ceiling }.
cost-estimate = Estimated from published prices; what counts is Meta's bill.
cost-near = ⚠️ WhatsApp has cost 80 % of the ceiling { $ceiling }.
cost-reached = ⚠️ WhatsApp has reached the ceiling { $ceiling }. Templates are held until the month is over; whoever writes to us is still answered.
cost-ceiling-set = ✅ The ceiling for WhatsApp is { $ceiling } a month now. You are told at 80 %; once it is reached, templates are held.
cost-ceiling-none = ✅ WhatsApp has no ceiling any more.
cost-not-yours = Admins set the ceiling.
