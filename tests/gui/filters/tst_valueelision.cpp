// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/filters/valueelision.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// Where values are cut that have no room.
class ValueElisionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatDiffers_data();
    void keepsWhatDiffers();
    void cutsNothingThatFits();
};

void ValueElisionTest::keepsWhatDiffers_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::newRow("IPv4") << u"203.0.113.200"_s << u"20"_s << u"00"_s;
    QTest::newRow("IPv6") << u"2001:db8:20:7::1d"_s << u"20"_s << u"1d"_s;
    QTest::newRow("network") << u"203.0.113.128/25"_s << u"20"_s << u"25"_s;
    QTest::newRow("e-mail address") << u"ann@fjordlight.example"_s << u"ann@"_s << u"…"_s;
    QTest::newRow("name") << u"Offboarding checklist"_s << u"Off"_s << u"…"_s;
    QTest::newRow("word") << u"authentication"_s << u"aut"_s << u"…"_s;
    QTest::newRow("identifier") << u"12085757356144901234"_s << u"120"_s << u"34"_s;
    QTest::newRow("action") << u"user_personal_access_token_revoked"_s << u"user_"_s << u"revoked"_s;
    QTest::newRow("letters of another script") << u"größe_und_gewicht"_s << u"gr"_s << u"…"_s;
}

void ValueElisionTest::keepsWhatDiffers()
{
    QFETCH(const QString, value);
    QFETCH(const QString, start);
    QFETCH(const QString, end);
    const QFontMetrics metrics(QGuiApplication::font());
    const int room = metrics.horizontalAdvance(value) * 2 / 3;
    const QString shown = elidedValue(value, metrics, room);
    QVERIFY2(shown.startsWith(start) && shown.endsWith(end), qPrintable(shown));
    QVERIFY(shown.contains(u'…'));
    QVERIFY(metrics.horizontalAdvance(shown) <= room);
}

void ValueElisionTest::cutsNothingThatFits()
{
    const QFontMetrics metrics(QGuiApplication::font());
    const QString value = u"203.0.113.200"_s;
    QCOMPARE(elidedValue(value, metrics, metrics.horizontalAdvance(value) + 1), value);
}

TRAILGLASS_GUI_TEST(ValueElisionTest)
#include "tst_valueelision.moc"
