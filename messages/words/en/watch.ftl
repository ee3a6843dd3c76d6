# Links that are looked at again after they were recognised: whether they can still be opened
watch-unopened = ⚠️ We have not been able to open { $code } since { $since } (checked { $tries }×).
watch-unopened-several = ⚠️ We have not been able to open { $number } of your links (each checked { $tries }×):
watch-unopened-line = { $code } — { $outlet }, since { $since }
watch-perhaps = The site may be having trouble. Please tell us if the address has moved.
watch-kept = The first evidence is kept; no need to send it again now.
watch-not-again = No need to send it again now.
watch-open = Last checked { $at }: it opens.
watch-failing = ⏳ Has not opened since { $since }; it is being tried again.
watch-asked = ⏳ We have not been able to open it since { $since }. Its sender was asked.
watch-asked-own = ⏳ We have not been able to open it since { $since }. Please tell us if the address has moved.
watch-away = ⚠️ Cannot be opened since { $since }. Last checked { $at }.
watch-changed = The page's text changed (checked { $at }):
watch-month = ⚠️ { $number } recognised links cannot be opened: { $codes }
watch-same = Recorded already as { $code }
watch-same-line = { $code } ✅ recorded already as { $known }. No need to send it again.
