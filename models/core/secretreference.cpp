// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/secretreference.h"

#include "models/core/translation.h"

#include <QDir>
#include <QRegularExpression>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1StringView EnvironmentPrefix = "env:"_L1;
constexpr QLatin1StringView FilePrefix = "file:"_L1;
constexpr QLatin1StringView KeychainWord = "keychain"_L1;
constexpr QLatin1StringView SessionWord = "session"_L1;

Error usage(const QString &message)
{
    return {ErrorKind::Usage, message};
}

Result<SecretReference> parseVariable(const QString &name)
{
    static const QRegularExpression variable(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    if (!variable.match(name).hasMatch())
        return usage(tr("“env:” must be followed by the name of a variable: letters, digits and _, not "
                        "starting with a digit."));
    return SecretReference{SecretReference::Kind::Environment, name};
}

Result<SecretReference> parsePath(const QString &path, const QString &workingFolder)
{
    if (path.isEmpty() || path.contains(QChar(u'\0')))
        return usage(tr("“file:” must be followed by the path of a file."));
    if (path.startsWith(u'/'))
        return SecretReference{SecretReference::Kind::File, path};
    if (workingFolder.isEmpty())
        return usage(tr("The path after “file:” must be absolute: start it with /."));
    return SecretReference{SecretReference::Kind::File, QDir(workingFolder).filePath(path)};
}

} // namespace

Result<SecretReference> parseSecretReference(const QString &text, const QString &workingFolder)
{
    if (text == KeychainWord)
        return SecretReference{};
    if (text == SessionWord)
        return SecretReference{SecretReference::Kind::Session};
    if (text.startsWith(EnvironmentPrefix))
        return parseVariable(text.mid(EnvironmentPrefix.size()));
    if (text.startsWith(FilePrefix))
        return parsePath(text.mid(FilePrefix.size()), workingFolder);
    return usage(tr("Specify where the secret is kept: keychain, env:VARIABLE or file:PATH. The secret "
                    "itself does not belong on the command line."));
}

QString printSecretReference(const SecretReference &reference)
{
    switch (reference.kind) {
    case SecretReference::Kind::Environment:
        return EnvironmentPrefix + reference.place;
    case SecretReference::Kind::File:
        return FilePrefix + reference.place;
    case SecretReference::Kind::Session:
        return SessionWord;
    case SecretReference::Kind::Keychain:
        break;
    }
    return KeychainWord;
}

} // namespace Trailglass
