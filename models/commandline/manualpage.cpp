// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/commandline/manualpage.h"

#include "models/core/translation.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace Trailglass::CommandLine {
namespace {

QByteArray bold(const QString &text)
{
    return "\\fB" + roffText(text) + "\\fR";
}

QByteArray italic(const QString &text)
{
    return "\\fI" + roffText(text) + "\\fR";
}

QByteArray optionTerm(const OptionSpecification &option)
{
    const QByteArray name = bold("--"_L1 + option.name);
    return option.value.isEmpty() ? name : QByteArray(name + ' ' + italic(option.value));
}

QByteArray optionEntries(const QList<OptionSpecification> &options)
{
    QByteArray text;
    for (const OptionSpecification &option : options)
        text += ".TP\n" + optionTerm(option) + '\n' + roffText(option.help) + '\n';
    return text;
}

QByteArray commandSection(const ProgramSpecification &program, const CommandSpecification &command)
{
    const QString words = command.words.join(u' ');
    QByteArray text = ".SS " + roffText(words) + "\n" + bold(program.name + u' ' + words);
    if (!command.arguments.isEmpty())
        text += ' ' + italic(command.arguments);
    for (const OptionSpecification &option : command.options) {
        const QByteArray term = optionTerm(option);
        text += ' ' + (option.required ? term : QByteArray('[' + term + ']'));
        if (option.repeatable)
            text += "…";
    }
    return text + "\n.PP\n" + roffText(command.help) + '\n' + optionEntries(command.options);
}

QByteArray commandSections(const ProgramSpecification &program)
{
    QByteArray text;
    for (const CommandSpecification &command : program.commands)
        text += commandSection(program, command);
    return text;
}

QByteArray filterSections(const ProgramSpecification &program)
{
    QByteArray text;
    for (const GuideSectionSpecification &section : program.filterGuide) {
        text += ".SS " + roffText(section.title) + '\n';
        for (const GuideEntrySpecification &entry : section.entries)
            text += ".TP\n" + bold(entry.term) + '\n' + roffText(entry.meaning) + '\n';
    }
    return text;
}

QByteArray exitCodeEntries(const ProgramSpecification &program)
{
    QByteArray text;
    for (const ExitCodeSpecification &code : program.exitCodes)
        text += ".TP\n" + bold(QString::number(code.code)) + '\n' + roffText(code.meaning) + '\n';
    return text;
}

Error templateError(const QString &message)
{
    return {ErrorKind::Usage, message};
}

} // namespace

QByteArray roffText(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
    // At the start of a line these two begin a request.
    if (escaped.startsWith(u'.') || escaped.startsWith(u'\''))
        escaped.prepend("\\&"_L1);
    return escaped.toUtf8();
}

Result<QByteArray> manualPage(const QByteArray &pageTemplate, const ProgramSpecification &program,
                              const QByteArray &version, const QByteArray &date)
{
    QMap<QByteArray, QByteArray> blocks{{"@OPTIONS@", optionEntries(program.options + standardOptions())},
                                        {"@EXIT_CODES@", exitCodeEntries(program)}};
    if (program.hasCommands())
        blocks.insert("@COMMANDS@", commandSections(program));
    if (!program.filterGuide.isEmpty())
        blocks.insert("@FILTERS@", filterSections(program));
    QByteArray page;
    for (QByteArray line : pageTemplate.trimmed().split('\n')) {
        const auto block = blocks.find(line);
        if (block != blocks.end()) {
            page += *block;
            blocks.erase(block);
            continue;
        }
        line.replace("@VERSION@", version).replace("@DATE@", date);
        if (line.startsWith('@') && line.endsWith('@')) {
            return templateError(
                Trailglass::tr("Unknown or repeated placeholder: %1").arg(QString::fromUtf8(line)));
        }
        page += line + '\n';
    }
    if (!blocks.isEmpty()) {
        return templateError(
            Trailglass::tr("Missing placeholder: %1").arg(QString::fromUtf8(blocks.firstKey())));
    }
    return page;
}

} // namespace Trailglass::CommandLine
