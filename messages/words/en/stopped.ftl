# An account that was stopped because it only failed
stopped-title = ⚠️ Sending by { $channel } has stopped
stopped-waits = Nothing is lost: all messages there are waiting.
stopped-why = The platform's answer: { $why }
stopped-ways = Please look at the account with your technician. Then press Resume; if it still fails, sending stops again and we tell you.
stopped-button-resume = Resume
stopped-resumed = ✅ Sending goes on. What waited is being sent.
late-summary = morning summary
late-said = ⚠️ The scheduled work “{ $name }” was due { $at } and has not run.
late-ways = Tell those who look after the machine: type main.py doctor, then read the log. Until then what people wait for may be late.
