# *today*: what waits for one person, in one message
today-title = Today, { $day }
today-nothing = ✅ Nothing is waiting for you. Have a good day, and thank you.
today-stopped = ⚠️ Sending by { $named } was stopped because it only failed; have a look, then continue
today-restored = ⚠️ Messages from a backup are still held: *held*
today-events = Events today: { $named }. Type *agenda*
today-unanswered = Waiting for your answer: { $named }. Type *invitations*
today-deadlines = ⏳ Time for links is running out: { $named }. Just send the link here
today-approvals = ⏳ Waiting for your approval: { $named }. Type *approvals*
today-to-send = Approved and ready to send: { $named }. Type *send { $code }*
today-scheduled = Going out by itself today: { $named }
today-halted = ⚠️ Sending halted: { $named }. Type *continue { $code }*
today-drafts = Your drafts: { $named }. Type *drafts*
today-asked = ⏳ Your questions that we have not answered yet: { $named }
today-questions = ⏳ { $count ->
    [one] { $count } question waits
   *[other] { $count } questions wait
} for an answer: { $named }. Type *questions*
today-quotes = ⏳ { $count ->
    [one] { $count } quote of yours waits
   *[other] { $count } quotes of yours wait
} for your approval: *quotes*
today-queue = ⏳ { $count ->
    [one] { $count } link waits
   *[other] { $count } links wait
} for a decision: *queue*
today-appeals = ⏳ { $count ->
    [one] { $count } appeal
   *[other] { $count } appeals
}, the first answer due by { $at }: *appeals*
today-applicants = { $count ->
    [one] { $count } applicant waits
   *[other] { $count } applicants wait
} to be verified: *applicants*
today-blocks = Blocks that wait for a second person or an answer: { $named }. Type *{ $code }*
today-erasures = ⏳ Requests to erase data, due by: { $named }. Type *{ $code }*
today-recap = { $count ->
    [one] { $count } link
   *[other] { $count } links
} of { $month } not recapped yet: *recap { $month }*
today-button-queue = Queue
today-button-appeals = Appeals
today-button-applicants = Applicants
