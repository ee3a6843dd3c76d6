# After a backup was restored
restored-title = ⚠️ The desk was restored from a backup on { $until }
restored-why = What waits in that backup may have been sent before the failure, so we hold it for now:
restored-messages = Messages not sent yet: { $count }
restored-releases = Scheduled releases whose hour has passed: { $count }
restored-announcements = Announcements whose hour has passed: { $count }
restored-events = Messages received and not answered: { $count }
restored-oldest = The oldest is from { $oldest }
restored-ways = Send all: everything goes on, and some of it may arrive twice. Drop the old: none of it is sent; releases stay approved and can be scheduled again. What is new goes on as usual.
restored-button-send = Send all
restored-button-drop = Drop the old
restored-by = Decided by { $by }.
restored-sent = ✅ What was held since the restore goes on now.
restored-dropped = ✅ What was held since the restore is dropped; none of it is sent.
restored-decided = Nothing is held any more; { $by } has decided it.
restored-nothing = Nothing is held.
