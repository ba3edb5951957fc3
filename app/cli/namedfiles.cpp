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

/// The file that an argument names; empty where it names none.
/// \param called  what the usage calls it
QString fileOf(const QString &called, const QString &argument)
{
    if (called == "FILE"_L1 || called == "KEY"_L1)
        return argument;
    if (!called.endsWith("REF"_L1))
        return {};
    const QString text =
        argument.contains(u'=') && called.contains(u'=') ? argument.section(u'=', 1) : argument;
    const auto reference = parseSecretReference(text, QDir::currentPath());
    return reference && reference->kind == SecretReference::Kind::File ? reference->place : QString();
}

QStringList filesOfOptions(const CommandLine::Arguments &arguments, const QString &without = {})
{
    QStringList files;
    for (const CommandLine::OptionSpecification &option : arguments.command->options) {
        const QStringList values = option.name == without ? QStringList() : arguments.all(option.name);
        for (const QString &value : values)
            files.append(fileOf(option.value, value));
    }
    files.removeAll(QString());
    return files;
}

/// The files among the arguments of a command: to read, or to write to.
QStringList operandFiles(const CommandLine::Arguments &arguments)
{
    QStringList files;
    for (qsizetype place = 0; place < arguments.positional.size(); ++place)
        files.append(fileOf(arguments.nameOf(place), arguments.positional[place]));
    files.removeAll(QString());
    return files;
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
