// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/arguments.h"

#include "models/core/text.h"
#include "models/core/translation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::CommandLine {
namespace {

Error usageError(const QString &message)
{
    return Error{ErrorKind::Usage, message};
}

bool isOption(const QString &argument)
{
    return argument.startsWith("--"_L1) || argument == "-h"_L1;
}

QList<OptionSpecification> commonOptions(const ProgramSpecification &program)
{
    return program.options + standardOptions();
}

const OptionSpecification *findOption(const QList<OptionSpecification> &options, const QString &name)
{
    const auto found = std::ranges::find(options, name, &OptionSpecification::name);
    return found == options.end() ? nullptr : &*found;
}

/// The arguments that are no options and no values of options.
struct Words
{
    QStringList before; ///< before `--`
    QStringList all;
};

/// Takes them before it is known whose options they are: an option takes a value in every command or in none.
Words wordsOf(const QStringList &arguments, const ProgramSpecification &program)
{
    QList<OptionSpecification> options = commonOptions(program);
    for (const CommandSpecification &command : program.commands)
        options += command.options;
    QStringList words;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--"_L1)
            return {words, words + arguments.mid(i + 1)};
        if (!isOption(arguments[i])) {
            words.append(arguments[i]);
            continue;
        }
        const OptionSpecification *option = findOption(options, arguments[i].mid(2));
        if (option && !option->value.isEmpty())
            ++i;
    }
    return {words, words};
}

QStringList withoutPositional(const QStringList &arguments)
{
    const qsizetype end = arguments.indexOf("--"_L1);
    return end < 0 ? arguments : arguments.first(end);
}

/// Help is shown even where the command is not known.
bool requestsHelp(const QStringList &arguments)
{
    const QStringList options = withoutPositional(arguments);
    return options.contains("--help"_L1) || options.contains("-h"_L1) || options.contains("--version"_L1);
}

const CommandSpecification *findCommand(const QStringList &words, const QList<CommandSpecification> &commands)
{
    const CommandSpecification *found = nullptr;
    for (const CommandSpecification &command : commands) {
        const bool matches =
            words.size() >= command.words.size() && words.first(command.words.size()) == command.words;
        if (matches && (!found || command.words.size() > found->words.size()))
            found = &command;
    }
    return found;
}

Error unknownOption(const QString &name, const QList<OptionSpecification> &options, const QString &program)
{
    QStringList known;
    for (const OptionSpecification &option : options)
        known.append(option.name);
    const QString nearest = nearestName(name, known);
    return usageError(
        nearest.isEmpty()
            ? Trailglass::tr("There is no option --%1; “%2 --help” lists the options.")
                  .arg(visibleText(name), program)
            : Trailglass::tr("There is no option --%1. Did you mean --%2?").arg(visibleText(name), nearest));
}

Error unknownCommand(const QStringList &words, const ProgramSpecification &program)
{
    QStringList firstWords;
    QStringList continuations;
    QStringList secondWords;
    for (const CommandSpecification &command : program.commands) {
        firstWords.append(command.words.first());
        if (command.words.first() == words.first()) {
            continuations.append(command.words.join(u' '));
            secondWords.append(command.words.last());
        }
    }
    if (!continuations.isEmpty()) {
        const QString nearest = nearestName(words.value(1), secondWords);
        return usageError(nearest.isEmpty()
                              ? Trailglass::tr("“%1” needs a subcommand: %2.")
                                    .arg(words.first(), continuations.join(", "_L1))
                              : Trailglass::tr("There is no command “%1 %2”. Did you mean “%1 %3”?")
                                    .arg(words[0], visibleText(words[1]), nearest));
    }
    const QString nearest = nearestName(words.first(), firstWords);
    return usageError(nearest.isEmpty()
                          ? Trailglass::tr("There is no command “%1”; “%2 --help” lists the commands.")
                                .arg(visibleText(words.first()), program.name)
                          : Trailglass::tr("There is no command “%1”. Did you mean “%2”?")
                                .arg(visibleText(words.first()), nearest));
}

Result<void> checkComplete(const Arguments &parsed, const ProgramSpecification &program)
{
    const CommandSpecification &command = *parsed.command;
    if (parsed.positional.size() < command.minimumArguments)
        return usageError(Trailglass::tr("Missing argument. Usage: %1").arg(usage(program, command)));
    if (parsed.positional.size() > command.maximumArguments) {
        return usageError(
            Trailglass::tr("Unexpected argument “%1”. Usage: %2")
                .arg(visibleText(parsed.positional[command.maximumArguments]), usage(program, command)));
    }
    for (const OptionSpecification &option : command.options) {
        if (option.required && !parsed.has(option.name)) {
            return usageError(Trailglass::tr("Missing option %1: %2. Usage: %3")
                                  .arg(optionText(option), option.help, usage(program, command)));
        }
    }
    return {};
}

/// One option of a command line, with its value where it takes one.
struct GivenOption
{
    QString name;
    QString value;
};

/// Reads the option at \a index, and moves it to the value when that is an argument of its own.
Result<GivenOption> readOption(const QStringList &arguments, qsizetype &index,
                               const QList<OptionSpecification> &options, const QString &program)
{
    const QString written = arguments[index] == "-h"_L1 ? u"help"_s : arguments[index].mid(2);
    const qsizetype equals = written.indexOf(u'=');
    const bool joined = equals > 0;
    const QString name = joined ? written.left(equals) : written;
    const OptionSpecification *option = findOption(options, name);
    if (!option)
        return unknownOption(name, options, program);
    if (option->value.isEmpty()) {
        if (joined)
            return usageError(Trailglass::tr("--%1 takes no value.").arg(name));
        return GivenOption{name, {}};
    }
    if (!joined && index + 1 >= arguments.size())
        return usageError(Trailglass::tr("--%1 needs a value: %2").arg(name, optionText(*option)));
    const QString value = joined ? written.mid(equals + 1) : arguments[++index];
    // A script's unset variable must not turn into the default.
    if (value.isEmpty() && !option->mayBeEmpty)
        return usageError(Trailglass::tr("The value of --%1 is empty: %2").arg(name, optionText(*option)));
    return GivenOption{name, value};
}

} // namespace

bool Arguments::has(const QString &option) const
{
    return values.contains(option) || common.contains(option);
}

QString Arguments::value(const QString &option, const QString &fallback) const
{
    const auto found = values.find(option);
    return found == values.end() ? common.value(option, fallback) : found->last();
}

QString Arguments::expression(qsizetype first) const
{
    return positional.mid(first).join(u' ');
}

QString Arguments::nameOf(qsizetype place) const
{
    QString shown = command->arguments;
    for (const OptionSpecification &option : command->options) {
        if (!option.arguments.isEmpty() && has(option.name))
            shown = option.arguments;
    }
    const QStringList names = shown.remove(u'[').remove(u']').remove(u'…').split(u' ', Qt::SkipEmptyParts);
    return names.isEmpty() ? QString() : names[std::min(place, names.size() - 1)];
}

Result<Arguments> parseArguments(const QStringList &arguments, const ProgramSpecification &program)
{
    Arguments parsed;
    const Words words = wordsOf(arguments, program);
    // What follows a whole command and `--` is no word of a longer one: “sync -- log” syncs a source.
    parsed.command = findCommand(words.before, program.commands);
    if (!parsed.command)
        parsed.command = findCommand(words.all, program.commands);
    if (!parsed.command && !words.all.isEmpty() && !requestsHelp(arguments))
        return unknownCommand(words.all, program);
    const QList<OptionSpecification> common = commonOptions(program);
    const QList<OptionSpecification> options =
        common + (parsed.command ? parsed.command->options : QList<OptionSpecification>());

    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--"_L1) {
            parsed.positional += arguments.mid(i + 1);
            break;
        }
        if (!isOption(arguments[i])) {
            parsed.positional.append(arguments[i]);
            continue;
        }
        TRY(const GivenOption given, readOption(arguments, i, options, program.name));
        if (findOption(common, given.name))
            parsed.common[given.name] = given.value;
        else if (parsed.values.contains(given.name) && !findOption(options, given.name)->repeatable)
            return usageError(Trailglass::tr("--%1 was given twice.").arg(given.name));
        else
            parsed.values[given.name].append(given.value);
    }

    parsed.help = parsed.common.remove(u"help"_s) > 0;
    parsed.version = parsed.common.remove(u"version"_s) > 0;
    if (parsed.help || parsed.version)
        return parsed;
    if (!parsed.command) {
        return usageError(
            Trailglass::tr("No command given; “%1 --help” lists the commands.").arg(program.name));
    }
    parsed.positional = parsed.positional.mid(parsed.command->words.size());
    TRY(checkComplete(parsed, program));
    return parsed;
}

bool requestsJson(const QStringList &arguments)
{
    return withoutPositional(arguments).contains("--json"_L1);
}

Result<qint64> wholeNumber(const QString &option, const QString &text, qint64 minimum, qint64 maximum)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number < minimum || number > maximum) {
        return usageError(
            Trailglass::tr("--%1 takes a whole number from %2 to %3, not “%4”.")
                .arg(option, QString::number(minimum), QString::number(maximum), visibleText(text)));
    }
    return number;
}

} // namespace Trailglass::CommandLine
