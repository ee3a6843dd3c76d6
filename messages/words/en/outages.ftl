# After an outage of ours
outage-sorry = We are sorry: our service was down from { $since } until { $until }.
outage-moved = Links to articles on { $code } were due in that time, so they are due on { $deadline } instead.
outage-report = ⚠️ The service was down from { $since } until { $until }. Link deadlines in that time were moved, and receivers are told:
outage-line = { $code }: from { $was } to { $deadline }
outage-nudge-missed = ⚠️ The reminder of the link deadline for { $code } was not sent: when the service came back, the deadline ({ $deadline }) had passed.
