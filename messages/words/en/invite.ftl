# Invitations to join
invite-whom = Invite as what?
invite-made = ✅ An invitation for one person as { $role }, good once until { $until }. Forward the message below to them.
invite-admin = ⚠️ Whoever uses it can do anything here, removing people included. Send it only to the right person.
invite-invited = You are invited to the media service of { $office } as { $role }.
invite-open =
    Open this link, then send the message that is there already or press Start:
    { $links }
invite-type =
    Send this message to our account:
    /start { $code }
invite-until = This invitation is for one person, until { $until }.
