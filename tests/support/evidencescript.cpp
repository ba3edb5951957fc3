// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/evidencescript.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Trailglass::Support {

QString evidenceScript()
{
    return QDir::cleanPath(QStringLiteral(TRAILGLASS_SUPPORT_DATA) + u"/../../docs/verify_evidence.py"_s);
}

ScriptVerdict verifiedByScript(const QString &path, const QString &key)
{
    QStringList arguments{u"-B"_s, evidenceScript(), path};
    if (!key.isEmpty())
        arguments += {u"--key"_s, key};
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"python3"_s, arguments);
    ScriptVerdict verdict;
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return verdict;
    verdict.exitCode = process.exitCode();
    verdict.output = process.readAll();
    static const QRegularExpression Kind(u"^NOT VERIFIED \\((\\w+)\\): "_s,
                                         QRegularExpression::MultilineOption);
    auto match = Kind.globalMatch(QString::fromUtf8(verdict.output));
    while (match.hasNext())
        verdict.kinds.append(match.next().captured(1));
    return verdict;
}

TypedCommand typedIn(const QString &folder, const QString &line)
{
    QStringList words = line.split(u' ');
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    const QString program = words.takeFirst();
    process.start(program, words);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAll()};
}

} // namespace Trailglass::Support
