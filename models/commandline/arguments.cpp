// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/arguments.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QCoreApplication>

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

QList<OptionSpecification> globalOptions()
{
    return {{u"workspace"_s, u"DIR"_s}, {u"json"_s}, {u"help"_s}, {u"version"_s}};
}

const OptionSpecification *findOption(const QList<OptionSpecification> &options, const QString &name)
{
    const auto found = std::ranges::find(options, name, &OptionSpecification::name);
    return found == options.end() ? nullptr : &*found;
}

/// The words that are no options and no values of options, before it is known whose options they are: a name
/// takes a value in every command or in none.
QStringList leadingWords(const QStringList &arguments, const QList<CommandSpecification> &commands)
{
    QList<OptionSpecification> options = globalOptions();
    for (const CommandSpecification &command : commands)
        options += command.options;
    QStringList words;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--"_L1)
            return words + arguments.mid(i + 1);
        if (!isOption(arguments[i])) {
            words.append(arguments[i]);
            continue;
        }
        const OptionSpecification *option = findOption(options, arguments[i].mid(2));
        if (option && !option->value.isEmpty())
            ++i;
    }
    return words;
}

/// Help is given even where the command is not known.
bool asksForHelp(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (argument == "--"_L1)
            return false;
        if (argument == "--help"_L1 || argument == "-h"_L1 || argument == "--version"_L1)
            return true;
    }
    return false;
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

Error unknownOption(const QString &name, const QList<OptionSpecification> &options)
{
    QStringList known;
    for (const OptionSpecification &option : options)
        known.append(option.name);
    const QString nearest = nearestName(name, known);
    return usageError(
        nearest.isEmpty()
            ? Trailglass::tr("There is no option --%1.").arg(visibleText(name))
            : Trailglass::tr("There is no option --%1. Did you mean --%2?").arg(visibleText(name), nearest));
}

Error unknownCommand(const QStringList &words, const QList<CommandSpecification> &commands)
{
    QStringList firstWords;
    QStringList continuations;
    QStringList secondWords;
    for (const CommandSpecification &command : commands) {
        firstWords.append(command.words.first());
        if (command.words.first() == words.first()) {
            continuations.append(command.words.join(u' '));
            secondWords.append(command.words.last());
        }
    }
    if (!continuations.isEmpty()) {
        const QString nearest = nearestName(words.value(1), secondWords);
        if (!nearest.isEmpty()) {
            return usageError(Trailglass::tr("There is no command “%1 %2”. Did you mean “%1 %3”?")
                                  .arg(words[0], visibleText(words[1]), nearest));
        }
        return usageError(
            Trailglass::tr("“%1” needs a subcommand: %2.").arg(words.first(), continuations.join(", "_L1)));
    }
    const QString nearest = nearestName(words.first(), firstWords);
    const QString written = visibleText(words.first());
    return usageError(
        nearest.isEmpty()
            ? Trailglass::tr("There is no command “%1”; “trailglass-cli --help” lists the commands.")
                  .arg(written)
            : Trailglass::tr("There is no command “%1”. Did you mean “%2”?").arg(written, nearest));
}

void storeGlobal(Arguments &parsed, const QString &name, const QString &value)
{
    if (name == "workspace"_L1)
        parsed.workspace = value;
    else if (name == "json"_L1)
        parsed.json = true;
    else if (name == "help"_L1)
        parsed.help = true;
    else
        parsed.version = true;
}

Result<void> checkComplete(const Arguments &parsed)
{
    const CommandSpecification &command = *parsed.command;
    if (parsed.positional.size() < command.minimumArguments)
        return usageError(Trailglass::tr("Missing argument. Usage: %1").arg(command.usage()));
    if (parsed.positional.size() > command.maximumArguments) {
        return usageError(
            Trailglass::tr("Unexpected argument “%1”. Usage: %2")
                .arg(visibleText(parsed.positional[command.maximumArguments]), command.usage()));
    }
    for (const OptionSpecification &option : command.options) {
        if (option.required && !parsed.has(option.name)) {
            return usageError(Trailglass::tr("Missing option --%1 %2: %3. Usage: %4")
                                  .arg(option.name, option.value, option.help, command.usage()));
        }
    }
    return {};
}

} // namespace

QString CommandSpecification::usage() const
{
    QString text = "trailglass-cli "_L1 + words.join(u' ');
    if (!arguments.isEmpty())
        text += u' ' + arguments;
    for (const OptionSpecification &option : options) {
        QString word = "--"_L1 + option.name;
        if (!option.value.isEmpty())
            word += u' ' + option.value;
        text += u' ' + (option.required ? word : QString(u'[' + word + u']'));
        if (option.repeatable)
            text += u'…';
    }
    return text;
}

QString Arguments::value(const QString &option, const QString &fallback) const
{
    const auto found = values.find(option);
    return found == values.end() ? fallback : found->last();
}

QString Arguments::expression(qsizetype first) const
{
    return positional.mid(first).join(u' ');
}

namespace {

/// One option of a command line, with its value where it takes one.
struct GivenOption
{
    const OptionSpecification *specification;
    QString value;
};

/// Reads the option at \a index, and moves it to the value when that is an argument of its own.
Result<GivenOption> readOption(const QStringList &arguments, qsizetype &index,
                               const QList<OptionSpecification> &options)
{
    const QString written = arguments[index] == "-h"_L1 ? u"help"_s : arguments[index].mid(2);
    const qsizetype equals = written.indexOf(u'=');
    const bool joined = equals > 0;
    const QString name = joined ? written.left(equals) : written;
    const OptionSpecification *option = findOption(options, name);
    if (!option)
        return unknownOption(name, options);
    if (option->value.isEmpty()) {
        return joined ? Result<GivenOption>(usageError(Trailglass::tr("--%1 takes no value.").arg(name)))
                      : GivenOption{option, {}};
    }
    if (!joined && index + 1 >= arguments.size())
        return usageError(Trailglass::tr("--%1 needs a value: --%1 %2").arg(name, option->value));
    const QString value = joined ? written.mid(equals + 1) : arguments[++index];
    // A script's unset variable must not turn into the default.
    if (value.isEmpty())
        return usageError(Trailglass::tr("The value of --%1 is empty: --%1 %2").arg(name, option->value));
    return GivenOption{option, value};
}

} // namespace

Result<Arguments> parseArguments(const QStringList &arguments, const QList<CommandSpecification> &commands)
{
    Arguments parsed;
    const QStringList leading = leadingWords(arguments, commands);
    parsed.command = findCommand(leading, commands);
    if (!parsed.command && !leading.isEmpty() && !asksForHelp(arguments))
        return unknownCommand(leading, commands);
    const QList<OptionSpecification> globals = globalOptions();
    const QList<OptionSpecification> options =
        globals + (parsed.command ? parsed.command->options : QList<OptionSpecification>());

    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--"_L1) {
            parsed.positional += arguments.mid(i + 1);
            break;
        }
        if (!isOption(arguments[i])) {
            parsed.positional.append(arguments[i]);
            continue;
        }
        TRY(const auto option, readOption(arguments, i, options));
        const QString &name = option.specification->name;
        if (findOption(globals, name))
            storeGlobal(parsed, name, option.value);
        else if (parsed.values.contains(name) && !option.specification->repeatable)
            return usageError(Trailglass::tr("--%1 was given twice.").arg(name));
        else
            parsed.values[name].append(option.value);
    }

    if (parsed.help || parsed.version)
        return parsed;
    if (!parsed.command)
        return usageError(Trailglass::tr("No command given; “trailglass-cli --help” lists the commands."));
    parsed.positional = parsed.positional.mid(parsed.command->words.size());
    TRY(checkComplete(parsed));
    return parsed;
}

bool asksForJson(const QStringList &arguments)
{
    return arguments.first(arguments.indexOf("--"_L1) < 0 ? arguments.size() : arguments.indexOf("--"_L1))
        .contains("--json"_L1);
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
