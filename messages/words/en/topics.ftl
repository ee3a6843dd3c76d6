# Topics of releases
topic-government = Government
topic-infrastructure = Infrastructure
topic-agriculture = Agriculture
topic-education = Education
topic-health = Health
topic-disaster = Disasters
topic-law = Law
topic-sport = Sport
topic-line = Topic: { $topic }
topic-line-none = Topic: none chosen, so it goes to everybody.
topic-ask = What is { $code } about? Journalists choose which topics they follow.
topic-unknown = ⚠️ That topic is not known here.
topic-none = No topic
topic-button = Topic

# Subscriptions
subscription-title = What you follow
subscription-mode = How: *{ $mode }*
subscription-direct = At once
subscription-digest = Digest twice a day
subscription-invitations = Invitations only
subscription-hours = Digests come at 11:30 and 16:30, when there is something. Short announcements still come at once.
subscription-disaster-direct = Disasters still come at once, whatever else you choose.
subscription-disaster-digest = ⚠️ Disasters come in the digest, as you chose.
subscription-disaster-never = ⚠️ Disasters are not sent to you, as you chose.
subscription-how = Press a topic to follow it or to leave it, or type its name.
subscription-unknown = ⚠️ That is not known here. Type a topic, *at once*, *digest*, *invitations only*, or *done*.
subscription-done = ✅ What you follow is saved.
subscription-sure = Disasters are about people's safety, so they usually come at once. Change it all the same?
subscription-keep-direct = Keep at once
subscription-never = Do not send

# Text only
plain-files = ({ $count } attachments left out. Ask with *photo* and the code.)
plain-choices = Type: { $choices }
plain-on = ✅ Text only is on: no pictures, long texts in short pieces. Type the number of a choice. Type *text only* once more to switch it off.
plain-off = ✅ Text only is off: pictures come again.
subscription-can = *subscriptions*: topics, and at once or as a digest
plain-can = *text only*: no pictures, for a weak signal
