"""ALL WE ANSWER: every command, button, step and loose phrase, each beside the permission it asks."""

from handlers import help as helping
from handlers.coverage import summary
from handlers.links import decide, status, submit
from handlers.offices import cost
from handlers.outlets import edit as outlet_edit
from handlers.outlets import merge as outlet_merge
from handlers.outlets import register as outlet_register
from handlers.people import connect, fields, join, language, leave, outlet, profile, register, team, verify
from handlers.permissions import Permission as P
from handlers.releases import draft, edit, launch, read, report, review
from handlers.reminders import announce, coming
from handlers.route import Button, Command, Loose, Step
from handlers.turn import Handler, Taker

COMMANDS: tuple[Command, ...] = (
    # everybody
    Command("help", ("bantuan", "help", "tolong", "menu"), helping.show, P.ANYBODY, aside=True),
    Command("start", ("start", "mulai"), join.show, P.ANYBODY, menu=False),
    Command("register", ("daftar", "register"), register.show, P.ANYBODY, aside=True, joining=True),
    Command("privacy", ("privasi", "privacy"), register.privacy, P.ANYBODY, aside=True, menu=False),
    Command("language", ("bahasa", "language"), language.show, P.ANYBODY, aside=True),
    Command("indonesian", ("bahasa indonesia", "indonesian"), language.indonesian, P.ANYBODY, aside=True, menu=False),
    Command("english", ("bahasa inggris", "english"), language.english, P.ANYBODY, aside=True, menu=False),
    Command("profile", ("profil", "profile"), profile.show, P.PROFILE, aside=True),
    Command("connect", ("hubungkan", "connect"), connect.show, P.ANYBODY, aside=True, menu=False),
    Command("pause", ("jeda", "pause"), leave.pause, P.RECEIVE),
    Command("resume", ("lanjut", "resume"), leave.resume, P.ANYBODY, aside=True, menu=False),
    Command("leave", ("berhenti", "leave", "unsubscribe"), leave.leave, P.ANYBODY),
    Command("withdraw_registration", leave.WITHDRAWALS, leave.withdraw, P.ANYBODY, menu=False),
    # links
    Command("links", ("kirim link", "send link", "send links", "kirim tautan"), submit.how, P.SUBMIT, aside=True, menu=False),
    Command("status", ("status", "status link", "link status"), status.show, P.RECEIVE, aside=True),
    Command("queue", ("antrean", "queue", "antrian"), decide.show, P.VERIFY, aside=True),
    Command("withdraw", ("cabut", "withdraw"), decide.withdraw, P.VERIFY, menu=False, long=True),
    # officials
    Command("summary", ("ringkasan", "summary"), summary.show, P.SUMMARY, aside=True),
    # who looks after people
    Command("applicants", ("pendaftar", "applicants"), verify.show, P.REGISTER, aside=True),
    Command("members", ("anggota", "members"), team.members, P.REGISTER, aside=True),
    Command("team", ("tim", "team"), team.show, P.RULE, aside=True),
    Command("outlets", ("media", "outlets"), outlet_register.show, P.REGISTER, aside=True),
    Command("add_outlet", ("tambah media", "add outlet"), outlet_register.add, P.REGISTER, menu=False),
    # announcements
    Command("announce", ("pengumuman", "announcement", "umumkan"), announce.begin, P.SEND, long=True),
    Command("announcements", ("daftar pengumuman", "announcements"), coming.show_list, P.SEND, aside=True, menu=False),
    Command("stop_announcement", ("hentikan pengumuman", "stop announcement"), coming.hear_stop, P.SEND, menu=False),
    # releases
    Command("new_release", ("buat rilis", "new release", "bikin rilis", "tulis rilis"), draft.make, P.DRAFT, long=True),
    Command("drafts", ("draf", "drafts", "draft", "konsep"), draft.listed, P.DRAFT),
    Command("deadline", ("batas link", "link deadline"), edit.deadline, P.DRAFT, menu=False),
    Command("submit", ("ajukan", "submit"), review.submit, P.DRAFT, menu=False),
    Command("approvals", ("persetujuan", "approvals", "setujui", "approve"), review.waiting, P.APPROVE, aside=True),
    Command("send", ("kirim", "send", "kirim rilis", "send release"), launch.send, P.SEND),
    Command("schedule", ("jadwalkan", "schedule"), launch.plan, P.SEND, menu=False),
    Command("unschedule", ("batal kirim", "unschedule", "batalkan kirim"), launch.unschedule, P.SEND, menu=False),
    Command("halt", ("hentikan", "halt", "hentikan rilis"), launch.pause, P.SEND, aside=True),
    Command("continue", ("lanjutkan", "continue", "go on", "lanjutkan rilis"), launch.resume, P.SEND, aside=True, menu=False),
    Command("abandon", ("batalkan sisanya", "cancel the rest"), launch.abandon, P.SEND, aside=True, menu=False),
    Command("report", ("laporan", "report"), report.show, P.SEND, aside=True),
    Command("resend", ("kirim ulang", "resend"), report.resend, P.SEND, menu=False),
    Command("cost", ("biaya", "cost", "costs"), cost.show, P.SEND, aside=True, menu=False),
    Command("releases", ("rilis", "release", "releases", "siaran pers", "rilisan", "sipers"), read.find, P.RECEIVE, aside=True),
    Command("more", ("lagi", "more"), read.more, P.RECEIVE, aside=True, menu=False),
)

BUTTONS: tuple[Button, ...] = (
    Button("help", helping.show, P.ANYBODY),
    # registration
    Button("register", register.show, P.ANYBODY, aside=True),
    Button("privacy", register.privacy, P.ANYBODY, aside=True),
    Button("agree", register.agree, P.ANYBODY),
    Button("decline", register.decline, P.ANYBODY),
    Button("join_outlet", outlet.pick, P.ANYBODY),
    Button("join_new", outlet.new, P.ANYBODY),
    Button("join_search", outlet.again, P.ANYBODY),
    Button("join_named", outlet.take_proposed, P.ANYBODY),
    Button("join_medium", outlet.pick_medium, P.ANYBODY),
    Button("join_offered", outlet.take_offered, P.ANYBODY),
    Button("join_no_site", outlet.skip_site, P.ANYBODY),
    Button("join_work", register.pick_work, P.ANYBODY),
    Button("join_skip", register.skip_area, P.ANYBODY),
    Button("join_send", register.submit, P.ANYBODY),
    Button("join_change", register.change, P.ANYBODY),
    Button("join_back", register.back, P.ANYBODY),
    Button("join_again", register.restart, P.ANYBODY),
    Button("answer", verify.answer, P.ANYBODY),
    Button("code_yes", join.confirm, P.ANYBODY),
    Button("code_no", join.keep_role, P.ANYBODY),
    # one's own
    Button("profile", profile.show, P.PROFILE, aside=True),
    Button("profile_name", profile.ask_name, P.PROFILE),
    Button("profile_outlet", profile.ask_outlet, P.PROFILE),
    Button("profile_work_ask", profile.ask_work, P.PROFILE),
    Button("profile_work", profile.pick_work, P.PROFILE),
    Button("profile_area", profile.ask_area, P.PROFILE),
    Button("language", language.pick, P.ANYBODY, aside=True),
    Button("connect_yes", connect.agree, P.ANYBODY, aside=True),
    Button("connect_no", connect.keep_apart, P.ANYBODY, aside=True),
    Button("connect_undo", connect.undo, P.ANYBODY, aside=True),
    Button("connect_to", connect.prefer, P.RECEIVE, aside=True),
    Button("pause_for", leave.pick_span, P.RECEIVE),
    Button("resume", leave.resume, P.ANYBODY, aside=True),
    Button("leave_yes", leave.gone, P.ANYBODY),
    Button("leave_no", leave.stay, P.ANYBODY),
    # links
    Button("link_also", submit.also, P.SUBMIT, aside=True),
    Button("link_mistaken", submit.mistaken, P.SUBMIT, aside=True),
    Button("link_show", status.press, P.RECEIVE, aside=True),
    Button("queue", decide.show, P.VERIFY),
    Button("link_yes", decide.recognise, P.VERIFY),
    Button("link_no", decide.refuse, P.VERIFY),
    Button("link_because", decide.because, P.VERIFY),
    Button("link_undo", decide.undo, P.VERIFY),
    # officials
    Button("summary_list", summary.listed, P.SUMMARY, aside=True),
    # who looks after people
    Button("applicants", verify.show, P.REGISTER, aside=True),
    Button("person_waiting", verify.one, P.REGISTER, aside=True),
    Button("person_accept", verify.accept, P.REGISTER, aside=True),
    Button("person_ask", verify.ask, P.REGISTER),
    Button("person_refuse", verify.refuse, P.REGISTER),
    Button("members", team.members, P.REGISTER, aside=True),
    Button("team", team.show, P.RULE, aside=True),
    Button("person", team.member, P.REGISTER, aside=True),
    Button("person_role", team.roles, P.RULE, aside=True),
    Button("role_set", team.pick_role, P.RULE),
    Button("role_yes", team.set_role, P.RULE),
    Button("person_remove", team.remove, P.REGISTER),
    Button("remove_yes", team.removed, P.REGISTER),
    Button("person_keep", team.nothing, P.REGISTER),
    # the register of outlets
    Button("outlets", outlet_register.show, P.REGISTER, aside=True),
    Button("outlet", outlet_register.one, P.REGISTER, aside=True),
    Button("outlet_confirm", outlet_register.confirm, P.REGISTER, aside=True),
    Button("outlet_add", outlet_register.add, P.REGISTER),
    Button("outlet_new_kind", outlet_register.pick_medium, P.REGISTER),
    Button("outlet_no_host", outlet_register.skip_host, P.REGISTER),
    Button("outlet_save", outlet_register.save, P.REGISTER),
    Button("outlet_drop", outlet_register.drop, P.REGISTER),
    Button("outlet_rename", outlet_edit.ask_name, P.REGISTER),
    Button("outlet_alias", outlet_edit.ask_alias, P.REGISTER),
    Button("outlet_media", outlet_edit.media, P.REGISTER, aside=True),
    Button("outlet_kind", outlet_edit.pick_medium, P.REGISTER, aside=True),
    Button("outlet_host", outlet_edit.ask_host, P.REGISTER),
    Button("outlet_since", outlet_edit.pick_since, P.REGISTER),
    Button("outlet_hosts", outlet_edit.hosts, P.REGISTER),
    Button("outlet_which", outlet_edit.pick_which, P.REGISTER),
    Button("outlet_until", outlet_edit.pick_until, P.REGISTER),
    Button("outlet_merge", outlet_merge.ask, P.REGISTER),
    Button("merge_into", outlet_merge.pick, P.REGISTER),
    Button("merge_yes", outlet_merge.merge, P.REGISTER),
    Button("merge_no", outlet_merge.keep, P.REGISTER),
    # announcements
    Button("ann_group", announce.pick_group, P.SEND),
    Button("ann_now", announce.pick_now, P.SEND),
    Button("ann_send", announce.confirm, P.SEND),
    Button("ann_edit", announce.edit, P.SEND),
    Button("ann_change", announce.pick_edit, P.SEND),
    Button("ann_drop", announce.drop, P.SEND),
    Button("ann_list", coming.show_list, P.SEND, aside=True),
    Button("ann_stop", coming.stop, P.SEND, aside=True),
    # writing releases
    Button("material_make", draft.make_of_material, P.DRAFT),
    Button("material_leave", draft.leave_material, P.DRAFT),
    Button("draft", draft.show, P.DRAFT),
    Button("draft_done", draft.finish, P.DRAFT),
    Button("draft_headline", edit.headline, P.DRAFT),
    Button("draft_body", edit.body, P.DRAFT),
    Button("body_done", edit.body_done, P.DRAFT),
    Button("draft_photos", edit.photos, P.DRAFT),
    Button("photos_done", edit.photos_done, P.DRAFT),
    Button("draft_audience", edit.audience_of, P.DRAFT),
    Button("draft_deadline", edit.deadline, P.DRAFT),
    Button("whole", draft.whole, P.DRAFT, aside=True),
    Button("discard", draft.discard, P.DRAFT),
    Button("discard_now", draft.discard_now, P.DRAFT),
    # approving releases
    Button("submit", review.submit, P.DRAFT),
    Button("review", review.waiting, P.APPROVE, aside=True),
    Button("approve", review.approve, P.APPROVE),
    Button("ask_changes", review.ask_changes, P.APPROVE),
    # sending releases
    Button("send", launch.send, P.SEND),
    Button("launch", launch.launch_now, P.SEND),
    Button("ask_moment", launch.ask_moment, P.SEND),
    Button("schedule", launch.schedule, P.SEND),
    Button("not_now", launch.not_now, P.SEND),
    Button("unschedule", launch.unschedule, P.SEND),
    Button("sending_pause", launch.pause, P.SEND, aside=True),
    Button("sending_resume", launch.resume, P.SEND, aside=True),
    Button("sending_abandon", launch.abandon, P.SEND, aside=True),
    Button("report", report.show, P.SEND, aside=True),
    Button("resend", report.resend, P.SEND, aside=True),
    # reading releases
    Button("read", read.one, P.RECEIVE, aside=True),
    Button("read_full", read.full, P.RECEIVE, aside=True),
    Button("read_photos", read.photos, P.RECEIVE, aside=True),
    Button("read_more", read.more, P.RECEIVE, aside=True),
)

STEPS: tuple[Step, ...] = (
    # registration
    Step("join_consent", register.hear_consent, P.ANYBODY),
    Step("join_name", register.hear_name, P.ANYBODY),
    Step("join_outlet", outlet.hear, P.ANYBODY),
    Step("join_new_name", outlet.hear_new_name, P.ANYBODY),
    Step("join_medium", outlet.hear_medium, P.ANYBODY),
    Step("join_site", outlet.hear_site, P.ANYBODY),
    Step("join_work", register.hear_work, P.ANYBODY),
    Step("join_area", register.hear_area, P.ANYBODY),
    Step("join_review", register.hear_review, P.ANYBODY),
    Step("join_answer", verify.hear_answer, P.ANYBODY),
    Step("code_confirm", join.hear_confirm, P.ANYBODY),
    Step("joined_name", join.hear_name, P.ANYBODY),
    # one's own
    Step("profile_name", profile.hear_name, P.PROFILE),
    Step("profile_work", profile.hear_work, P.PROFILE),
    Step("profile_area", profile.hear_area, P.PROFILE),
    Step("pause_span", leave.hear_span, P.RECEIVE),
    Step("leave_confirm", leave.hear_confirm, P.ANYBODY),
    # links
    Step("refuse_link", decide.hear_reason, P.VERIFY),
    Step("withdraw_reason", decide.hear_withdrawal, P.VERIFY),
    # who looks after people
    Step("ask_text", verify.hear_question, P.REGISTER),
    Step("refuse_reason", verify.hear_reason, P.REGISTER),
    Step("role_confirm", team.hear_role, P.RULE),
    Step("remove_reason", team.hear_reason, P.REGISTER),
    Step("remove_confirm", team.hear_remove, P.REGISTER),
    # the register of outlets
    Step("outlet_new_name", outlet_register.hear_name, P.REGISTER),
    Step("outlet_new_medium", outlet_register.hear_medium, P.REGISTER),
    Step("outlet_new_host", outlet_register.hear_host, P.REGISTER),
    Step("outlet_new_review", outlet_register.hear_review, P.REGISTER),
    Step("outlet_rename", outlet_edit.hear_name, P.REGISTER),
    Step("outlet_alias", outlet_edit.hear_alias, P.REGISTER),
    Step("outlet_host", outlet_edit.hear_host, P.REGISTER),
    Step("outlet_since", outlet_edit.hear_since, P.REGISTER),
    Step("outlet_which", outlet_edit.hear_which, P.REGISTER),
    Step("outlet_until", outlet_edit.hear_until, P.REGISTER),
    Step("outlet_merge", outlet_merge.hear, P.REGISTER),
    Step("outlet_merge_sure", outlet_merge.hear_sure, P.REGISTER),
    # announcements
    Step("announce_text", announce.hear_text, P.SEND),
    Step("announce_group", announce.hear_group, P.SEND),
    Step("announce_when", announce.hear_when, P.SEND),
    Step("announce_confirm", announce.hear_confirm, P.SEND, answers=announce.SENDS),
    Step("announce_edit", announce.hear_edit, P.SEND),
    # releases
    Step("material", draft.answer_material, P.DRAFT, files=True),
    Step("draft_text", draft.gather, P.DRAFT, files=True),
    Step("draft_headline", edit.set_headline, P.DRAFT),
    Step("draft_body", edit.set_body, P.DRAFT),
    Step("draft_photos", edit.set_photos, P.DRAFT, files=True),
    Step("draft_audience", edit.set_audience, P.DRAFT),
    Step("draft_deadline", edit.set_deadline, P.DRAFT),
    Step("discard", draft.discard_answered, P.DRAFT),
    Step("review_decision", review.decide, P.APPROVE, answers=review.APPROVALS),
    Step("review_note", review.note_given, P.APPROVE),
    Step("launch_confirm", launch.answer_confirm, P.SEND, answers=launch.SENDS),
    Step("launch_when", launch.read_when, P.SEND),
    Step("schedule_confirm", launch.answer_moment, P.SEND),
)

# Tried in this order when no command was understood and no form is open.
LOOSE: tuple[Loose, ...] = (
    Loose("links", submit.fits, submit.hear, P.SUBMIT, first=True, amid=submit.fits_amid),
    Loose("connect_code", connect.is_code, connect.hear, P.ANYBODY),
    Loose("link_code", status.fits, status.hear, P.RECEIVE),
    Loose("stop_announcement", coming.is_stop, coming.hear_stop, P.SEND, first=True, amid=coming.is_stop),
    Loose("halt_release", launch.is_halt, launch.pause, P.SEND, first=True, amid=launch.is_halt),
    Loose("continue_release", launch.is_continue, launch.resume, P.SEND, first=True, amid=launch.is_continue),
    Loose("unschedule_release", launch.is_unschedule, launch.unschedule, P.SEND, first=True, amid=launch.is_unschedule),
    Loose("stop", launch.is_stop, launch.pause, P.SEND, first=True, quiet=True),
    Loose("announcement", coming.is_code, coming.show_one, P.RECEIVE),
    Loose("release_code", read.is_code, read.by_code, P.RECEIVE),
    Loose("release_text", read.asks_text, read.full, P.RECEIVE),
    Loose("release_photos", read.asks_photos, read.photos, P.RECEIVE),
    Loose("leave", launch.is_stop, leave.leave, P.ANYBODY),
    Loose("own_mistake", fields.is_mistake, profile.mend, P.PROFILE, quiet=True),
    Loose("thanks", helping.is_thanks, helping.nod, P.PROFILE, quiet=True),
    Loose("greeting", helping.is_greeting, helping.greet, P.PROFILE, quiet=True),
    Loose("addition", verify.is_addition, verify.add, P.APPLY, quiet=True),
    Loose("material", draft.is_material, draft.material, P.DRAFT, quiet=True),
)

# Heard before any command or button: what must be closed first, such as a burst of links.
BEFORE: tuple[Handler, ...] = (submit.close,)

# Asked where nothing was understood: words that belong to what is being gathered are kept with it, and nothing is said.
BESIDE: tuple[Taker, ...] = (submit.beside,)
