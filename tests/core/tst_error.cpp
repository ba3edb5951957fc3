// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/error.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class ErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheNamesThatScriptsRead_data();
    void hasTheNamesThatScriptsRead();
};

void ErrorTest::hasTheNamesThatScriptsRead_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("name");

    const QStringList names{
        u"cancelled"_s,
        u"usage"_s,
        u"network"_s,
        u"timeout"_s,
        u"tls"_s,
        u"unauthorized"_s,
        u"forbidden"_s,
        u"not_found"_s,
        u"rejected"_s,
        u"rate_limited"_s,
        u"server"_s,
        u"redirect"_s,
        u"too_large"_s,
        u"malformed"_s,
        u"unsupported"_s,
        u"vendor"_s,
        u"storage"_s,
        u"disk_full"_s,
        u"locked"_s,
        u"newer_version"_s,
        u"secret_unavailable"_s,
        u"secret_denied"_s,
        u"secret_not_approved"_s,
        u"internal"_s,
    };
    QCOMPARE(names.size(), static_cast<int>(ErrorKind::Internal) + 1);
    for (int index = 0; index < names.size(); ++index)
        QTest::newRow(qPrintable(names[index])) << static_cast<ErrorKind>(index) << names[index];
}

void ErrorTest::hasTheNamesThatScriptsRead()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, name);

    QCOMPARE(errorKindName(kind), name);
}

TRAILGLASS_TEST(ErrorTest)
#include "tst_error.moc"
