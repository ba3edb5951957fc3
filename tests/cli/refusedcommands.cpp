// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/cli/refusedcommands.h"

#include "tests/cli/samplecommands.h"

#include <QtTest>

namespace Trailglass::Support {

void addRefused(std::initializer_list<RefusedCommand> commands)
{
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("said");
    for (const RefusedCommand &command : commands)
        QTest::newRow(command.line) << command.exitCode << QByteArray(command.said);
}

QStringList refusedArguments(const CliRunner &cli)
{
    return argumentsOf(QString::fromLatin1(QTest::currentDataTag()), cli);
}

void verifyRefused(const CliResult &refused)
{
    QFETCH(const int, exitCode);
    QFETCH(const QByteArray, said);
    QVERIFY2(refused.errors.contains(said), refused.errors.constData());
    QCOMPARE(refused.output, QByteArray());
    QCOMPARE(refused.exitCode, exitCode);
}

} // namespace Trailglass::Support
