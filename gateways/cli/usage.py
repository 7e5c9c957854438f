"""Words the command line does not understand, answered like every other refusal: by a code, and in both languages."""

from __future__ import annotations

import sys
from typing import Any

import click
from click import exceptions as unclear

from gateways.cli.speaking import REFUSED, fail
from shared.domain.refusals import Reason, Refused

INTERRUPTED = 130

unknown_command = Reason(
    code="unknown_command",
    en="`{place}` has no command {word}; `{place} --help` lists those it has.",
    ar="لا يوجد في `{place}` أمر باسم {word}؛ وتسرد `{place} --help` أوامره.",
)
unknown_option = Reason(
    code="unknown_option",
    en="`{place}` has no option {word}; `{place} --help` lists those it has.",
    ar="لا يوجد في `{place}` خيار باسم {word}؛ وتسرد `{place} --help` خياراته.",
)
missing_word = Reason(
    code="missing_word",
    en="`{place}` asks for {word}; see `{place} --help`.",
    ar="يطلب `{place}` تحديد {word}؛ انظر `{place} --help`.",
)
option_unclear = Reason(
    code="option_unclear",
    en="The option {word} is not written like this: some take a value, some take none; --help says which.",
    ar="لم يُكتب الخيار {word} كما ينبغي: فمن الخيارات ما يأخذ قيمة ومنها ما لا يأخذ، وتبيّن ذلك ‎--help‎.",
)
value_not_permitted = Reason(
    code="value_not_permitted", en="{word} of `{place}` is {form_en}.", ar="قيمة {word} في `{place}` هي {form_ar}."
)
file_unreadable = Reason(
    code="file_unreadable",
    en="{word} of `{place}` names no file that can be read here.",
    ar="لا يدل {word} في `{place}` على ملف تمكن قراءته هنا.",
)
words_unclear = Reason(
    code="words_unclear",
    en="There are more words than `{place}` takes; see `{place} --help`.",
    ar="الكلمات أكثر مما يأخذه `{place}`؛ انظر `{place} --help`.",
)


class Answering(click.Group):
    """A group whose usage errors are refusals: one JSON line on standard error, exit 2."""

    def main(self, *args: Any, **more: Any) -> Any:
        """Run, and end the process as the outcome asks; without any words the help is shown."""
        try:
            code = super().main(*args, **more | {"standalone_mode": False})
        except unclear.NoArgsIsHelpError as help_:
            help_.show()
            sys.exit(REFUSED)
        except click.ClickException as error:
            refused = refusal(error)
            fail(REFUSED, refused.code, en=refused.en, ar=refused.ar)
        except click.Abort:
            fail(INTERRUPTED, "interrupted", en="Interrupted.", ar="أُوقف التنفيذ.")
        sys.exit(code if isinstance(code, int) else 0)


def refusal(error: click.ClickException) -> Refused:
    """What was wrong with the words; a value that was given is not repeated."""
    context = getattr(error, "ctx", None)
    place = context.command_path if context else "sanad"
    match error:
        case unclear.NoSuchCommand():
            return unknown_command.refused(place=place, word=error.command_name)
        case unclear.NoSuchOption():
            return unknown_option.refused(place=place, word=error.option_name)
        case unclear.BadOptionUsage():
            return option_unclear.refused(word=error.option_name)
        case unclear.MissingParameter(param=click.Parameter() as param):
            return missing_word.refused(place=place, word=word(param))
        case click.BadParameter(param=click.Parameter() as param):
            return misfit(param, place)
    return words_unclear.refused(place=place)


def misfit(param: click.Parameter, place: str) -> Refused:
    """How the value of an option or argument should look."""
    match param.type:
        case click.File() | click.Path():
            return file_unreadable.refused(place=place, word=word(param))
        case click.Choice(choices=choices):
            form = f"one of {', '.join(choices)}", f"إحدى {'، '.join(choices)}"
        case click.IntRange(min=least, max=most):
            form = f"a number from {least} to {most}", f"عدد من {least} إلى {most}"
        case click.DateTime():
            form = "a time like 2026-03-15T09:00:00", "وقت بصيغة 2026-03-15T09:00:00"
        case _:
            form = f"a {param.type.name.upper()}", f"من نوع {param.type.name.upper()}"
    return value_not_permitted.refused(place=place, word=word(param), form_en=form[0], form_ar=form[1])


def word(param: click.Parameter) -> str:
    """An option as it is written, an argument as the help names it."""
    return (
        param.opts[0] if isinstance(param, click.Option) else str(param.make_metavar(click.Context(click.Command(""))))
    )
