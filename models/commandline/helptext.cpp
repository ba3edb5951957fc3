// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/helptext.h"

#include "models/core/translation.h"

using namespace Qt::StringLiterals;

namespace Trailglass::CommandLine {
namespace {

constexpr qsizetype TermWidth = 26;

/// A term and its explanation, which moves to a line of its own below a long term.
QString entry(const QString &term, const QString &explanation)
{
    const QString padded = term.size() > TermWidth ? QString(term + "\n  "_L1 + QString(TermWidth, u' '))
                                                   : term.leftJustified(TermWidth);
    return "  "_L1 + padded + u' ' + explanation + u'\n';
}

QString optionList(const QList<OptionSpecification> &options)
{
    QString text;
    for (const OptionSpecification &option : options)
        text += entry(optionText(option), option.help);
    return text;
}

/// One entry a command: those that begin with \a firstWord, or all when none does.
QString commandList(const ProgramSpecification &program, const QString &firstWord)
{
    const auto isMeant = [&firstWord](const CommandSpecification &command) {
        return command.words.value(0) == firstWord;
    };
    const bool all = std::ranges::none_of(program.commands, isMeant);
    QString text;
    for (const CommandSpecification &command : program.commands) {
        if (all || isMeant(command))
            text +=
                entry((command.words + QStringList{command.arguments}).join(u' ').trimmed(), command.help);
    }
    return text;
}

QString exitCodeList(const QList<ExitCodeSpecification> &codes)
{
    QString text;
    for (const ExitCodeSpecification &code : codes)
        text += "  "_L1 + QString::number(code.code).leftJustified(4) + code.meaning + u'\n';
    return text;
}

QString programHelp(const ProgramSpecification &program, const QString &firstWord)
{
    QString text = program.hasCommands()
        ? Trailglass::tr("Usage: %1 [OPTION]… COMMAND [ARGUMENT]…").arg(program.name)
        : Trailglass::tr("Usage: %1 [OPTION]…").arg(program.name);
    text += "\n\n"_L1 + program.summary + "\n\n"_L1;
    if (program.hasCommands())
        text += Trailglass::tr("Commands:") + u'\n' + commandList(program, firstWord) + u'\n';
    text += Trailglass::tr("Options:") + u'\n' + optionList(program.options + standardOptions()) + u'\n';
    if (!program.notes.isEmpty())
        text += program.notes + u'\n';
    return text + Trailglass::tr("Exit codes:") + u'\n' + exitCodeList(program.exitCodes);
}

} // namespace

QString helpText(const ProgramSpecification &program, const Arguments &arguments)
{
    if (!arguments.command || arguments.command->words.isEmpty())
        return programHelp(program, arguments.positional.value(0));
    const CommandSpecification &command = *arguments.command;
    QString text = usage(program, command) + "\n\n"_L1 + command.help + u'\n';
    if (!command.options.isEmpty())
        text += u'\n' + optionList(command.options);
    return text;
}

} // namespace Trailglass::CommandLine
