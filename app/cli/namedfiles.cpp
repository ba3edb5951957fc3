// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/cli/namedfiles.h"

#include "models/core/secretreference.h"
#include "models/exporting/outputtarget.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Trailglass {
namespace {

constexpr auto OutputOption = "output"_L1;

/// The file that the value of an option names; empty where it names none.
QString fileOf(const CommandLine::OptionSpecification &option, const QString &value)
{
    if (option.value == "FILE"_L1 || option.value == "KEY"_L1)
        return value;
    if (!option.value.endsWith("REF"_L1))
        return {};
    const QString text = option.value.contains(u'=') ? value.section(u'=', 1) : value;
    const auto reference = parseSecretReference(text, QDir::currentPath());
    return reference && reference->kind == SecretReference::Kind::File ? reference->place : QString();
}

QStringList filesOfOptions(const CommandLine::Arguments &arguments, const QString &without = {})
{
    QStringList files;
    for (const CommandLine::OptionSpecification &option : arguments.command->options) {
        const QStringList values = option.name == without ? QStringList() : arguments.all(option.name);
        for (const QString &value : values)
            files.append(fileOf(option, value));
    }
    files.removeAll(QString());
    return files;
}

/// The arguments of a command that takes files: to read, or to write to.
QStringList operandFiles(const CommandLine::Arguments &arguments)
{
    return arguments.command->arguments.contains("FILE"_L1) ? arguments.positional : QStringList();
}

bool isDescriptor(const QString &fileName)
{
    const auto target = outputTarget(fileName, {});
    return target && target->kind == OutputTarget::Kind::Descriptor;
}

} // namespace

QStringList filesToRead(const CommandLine::Arguments &arguments)
{
    QStringList files = operandFiles(arguments) + filesOfOptions(arguments, OutputOption);
    files.removeIf(isDescriptor);
    return files;
}

Result<void> checkNamedFiles(const CommandLine::Arguments &arguments)
{
    const QStringList operands = operandFiles(arguments);
    const QStringList ofOptions = filesOfOptions(arguments);
    const bool areWritten = arguments.command->words.last() == "export"_L1; // other commands read them
    TRY(checkIsNoneOf(arguments.value(u"log-file"_s), operands + ofOptions));
    TRY(checkIsNoneOf(arguments.value(OutputOption), filesOfOptions(arguments, OutputOption)));
    return areWritten ? checkIsNoneOf(operands.value(0), ofOptions) : Result<void>();
}

} // namespace Trailglass
