# One person on two apps
connect-channel-telegram = Telegram
connect-channel-sandbox = Practice phone
connect-button-yes = Yes, merge them
connect-button-no = Not me
connect-button-undo = Separate again
connect-how = To connect this app, type *connect* in the app where you are registered, then type its six digits here. Not registered yet? Type *register*.
connect-code = Your code: { $code }
connect-code-how = Type these six digits to us in your other app within { $minutes } minutes. Give them to nobody.
connect-wrong = This code does not fit, or its time is over. Type *connect* in the one app for a new code.
connect-same = This code is to be typed in the other app, not here.
connect-staff = Staff accounts are not merged with another registration. Please ask an admin for help.
connect-merge = You and { $name } are registered separately. Are both of them you? If so, the links and outlets of both become one.
connect-waits = ⏳ Noted. Press *Yes, merge them* in the other app too.
connect-kept-apart = All right, the two stay separate.
connect-done = ✅ Your two apps are connected now. Answers come where you write.
connect-where = Releases and invitations go to { $channel }.
connect-undone = ✅ Separated again. Everything is as it was.
