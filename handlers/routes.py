"""ALL WE ANSWER: every command, button, step and loose phrase, each beside the permission it asks."""

from handlers import help as helping
from handlers.people import join, language, leave, outlet, profile, register, team, verify
from handlers.permissions import Permission as P
from handlers.route import Button, Command, Loose, Step
from handlers.turn import Handler

COMMANDS: tuple[Command, ...] = (
    # everybody
    Command("help", ("bantuan", "help", "tolong", "menu"), helping.show, P.ANYBODY, aside=True),
    Command("start", ("start", "mulai"), join.show, P.ANYBODY, menu=False),
    Command("register", ("daftar", "register"), register.show, P.ANYBODY, aside=True, menu=False),
    Command("privacy", ("privasi", "privacy"), register.privacy, P.ANYBODY, aside=True, menu=False),
    Command("language", ("bahasa", "language"), language.show, P.ANYBODY, aside=True),
    Command("indonesian", ("bahasa indonesia", "indonesian"), language.indonesian, P.ANYBODY, aside=True, menu=False),
    Command("english", ("bahasa inggris", "english"), language.english, P.ANYBODY, aside=True, menu=False),
    Command("profile", ("profil", "profile"), profile.show, P.RECEIVE, aside=True),
    Command("pause", ("jeda", "pause"), leave.pause, P.RECEIVE),
    Command("resume", ("lanjut", "resume"), leave.resume, P.ANYBODY, aside=True, menu=False),
    Command("leave", ("berhenti", "leave", "unsubscribe"), leave.leave, P.ANYBODY),
    # who looks after people
    Command("applicants", ("pendaftar", "applicants"), verify.show, P.REGISTER, aside=True),
    Command("members", ("anggota", "members"), team.members, P.REGISTER, aside=True),
    Command("team", ("tim", "team"), team.show, P.RULE, aside=True),
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
    Button("join_medium", outlet.pick_medium, P.ANYBODY),
    Button("join_work", register.pick_work, P.ANYBODY),
    Button("join_skip", register.skip_area, P.ANYBODY),
    Button("join_send", register.submit, P.ANYBODY),
    Button("join_again", register.restart, P.ANYBODY),
    Button("answer", verify.answer, P.ANYBODY),
    Button("code_yes", join.confirm, P.ANYBODY),
    Button("code_no", join.keep_role, P.ANYBODY),
    # one's own
    Button("profile", profile.show, P.RECEIVE, aside=True),
    Button("profile_name", profile.ask_name, P.RECEIVE),
    Button("profile_area", profile.ask_area, P.RECEIVE),
    Button("profile_outlet", profile.ask_outlet, P.RECEIVE),
    Button("language", language.pick, P.ANYBODY, aside=True),
    Button("pause_for", leave.pick_span, P.RECEIVE),
    Button("resume", leave.resume, P.ANYBODY, aside=True),
    Button("leave_yes", leave.gone, P.ANYBODY),
    Button("leave_no", leave.stay, P.ANYBODY),
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
)

STEPS: tuple[Step, ...] = (
    # registration
    Step("join_consent", register.hear_consent, P.ANYBODY),
    Step("join_name", register.hear_name, P.ANYBODY),
    Step("join_outlet", outlet.hear, P.ANYBODY),
    Step("join_new_name", outlet.hear_new_name, P.ANYBODY),
    Step("join_medium", outlet.hear_medium, P.ANYBODY),
    Step("join_work", register.hear_work, P.ANYBODY),
    Step("join_area", register.hear_area, P.ANYBODY),
    Step("join_review", register.hear_review, P.ANYBODY),
    Step("join_answer", verify.hear_answer, P.ANYBODY),
    Step("code_confirm", join.hear_confirm, P.ANYBODY),
    Step("joined_name", join.hear_name, P.ANYBODY),
    # one's own
    Step("profile_name", profile.hear_name, P.RECEIVE),
    Step("profile_area", profile.hear_area, P.RECEIVE),
    Step("pause_span", leave.hear_span, P.RECEIVE),
    Step("leave_confirm", leave.hear_confirm, P.ANYBODY),
    # who looks after people
    Step("ask_text", verify.hear_question, P.REGISTER),
    Step("refuse_reason", verify.hear_reason, P.REGISTER),
    Step("role_confirm", team.hear_role, P.RULE),
    Step("remove_reason", team.hear_reason, P.REGISTER),
    Step("remove_confirm", team.hear_remove, P.REGISTER),
)

# Tried in this order when no command was understood and no form is open.
LOOSE: tuple[Loose, ...] = ()

# Heard before any command or button: what must be closed first, such as a burst of links.
BEFORE: tuple[Handler, ...] = ()
