// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/logging.h"
#include "models/core/logoutput.h"
#include "tests/runner/testclass.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class LoggingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesRulesOfCategoryNames_data()
    {
        QTest::addColumn<QString>("names");
        QTest::addColumn<QString>("rules");
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("one") << u"http"_s << u"trailglass.http=true\n"_s;
        QTest::newRow("several, with spaces")
            << u"index, ui"_s << u"trailglass.index=true\ntrailglass.ui=true\n"_s;
        QTest::newRow("all") << u"all"_s << u"trailglass.*=true\n"_s;
    }
    void makesRulesOfCategoryNames()
    {
        QFETCH(QString, names);
        QFETCH(QString, rules);
        const auto made = logFilterRules(names);
        QVERIFY(made);
        QCOMPARE(*made, rules);
    }

    void takesEveryNameThatItLists()
    {
        QCOMPARE(logCategoryNames().size(), 8);
        for (const QString &name : logCategoryNames())
            QVERIFY(logFilterRules(name));
    }

    void refusesNamesThatAreNone()
    {
        for (const QString &names : {u"htp"_s, u"http,"_s, u",http"_s, u"http;sync"_s, u"*"_s}) {
            const auto made = logFilterRules(names);
            QVERIFY2(!made, qPrintable(names));
            QCOMPARE(made.error().kind, ErrorKind::Usage);
        }
    }

    void isQuietByDefault()
    {
        QVERIFY(!logHttp().isDebugEnabled() && !logHttp().isInfoEnabled());
        QVERIFY(logHttp().isWarningEnabled());
    }

    void writesALineOfText()
    {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'500, Qt::UTC);
        QCOMPARE(
            LogOutput::line(LogOutput::Form::Text, time, QtInfoMsg, "trailglass.http", u"a\nb\u001b[2J"_s),
            "1970-01-01T00:00:01.500Z info trailglass.http: a<LF>b<U+001B>[2J\n");
    }

    void writesALineOfJson()
    {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        const QByteArray line =
            LogOutput::line(LogOutput::Form::Json, time, QtWarningMsg, nullptr, u"a\n\"b\""_s);
        QCOMPARE(line.count('\n'), 1);
        const QJsonObject log = QJsonDocument::fromJson(line)[u"log"].toObject();
        QCOMPARE(log[u"level"].toString(), u"warning"_s);
        QCOMPARE(log[u"category"].toString(), u"default"_s);
        QCOMPARE(log[u"message"].toString(), u"a\n\"b\""_s);
        QCOMPARE(log[u"time"].toString(), u"1970-01-01T00:00:00.000Z"_s);
    }
};

TRAILGLASS_TEST(LoggingTest)
#include "tst_logging.moc"
