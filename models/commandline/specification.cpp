// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/specification.h"

#include "models/core/translation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::CommandLine {

bool ProgramSpecification::hasCommands() const
{
    return std::ranges::any_of(commands, [](const auto &command) { return !command.words.isEmpty(); });
}

QList<OptionSpecification> standardOptions()
{
    return {
        {u"help"_s, {}, Trailglass::tr("show this help and exit; with a command, the help of that command")},
        {u"version"_s, {}, Trailglass::tr("show the version and exit")}};
}

QString optionText(const OptionSpecification &option)
{
    const QString name = "--"_L1 + option.name;
    return option.value.isEmpty() ? name : QString(name + u' ' + option.value);
}

QString usage(const ProgramSpecification &program, const CommandSpecification &command)
{
    QStringList parts{program.name};
    parts += command.words;
    if (!command.arguments.isEmpty())
        parts.append(command.arguments);
    const QList<OptionSpecification> options =
        command.words.isEmpty() ? program.options + command.options : command.options;
    for (const OptionSpecification &option : options) {
        const QString text = optionText(option);
        parts.append((option.required ? text : QString(u'[' + text + u']'))
                     + (option.repeatable ? u"…"_s : QString()));
    }
    return parts.join(u' ');
}

} // namespace Trailglass::CommandLine
