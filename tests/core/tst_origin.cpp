// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/origin.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class OriginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSchemeHostAndPort_data();
    void isSchemeHostAndPort();
    void isNowhereForWhatNoRequestGoesTo_data();
    void isNowhereForWhatNoRequestGoesTo();
    void tellsPlacesApart_data();
    void tellsPlacesApart();
    void readsOnlyWhatItWrote_data();
    void readsOnlyWhatItWrote();
};

void OriginTest::isSchemeHostAndPort_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("text");
    QTest::newRow("path, query, fragment")
        << u"https://app.asana.com/api/1.0?a=b#c"_s << u"https://app.asana.com"_s;
    QTest::newRow("case") << u"HTTPS://App.Asana.COM"_s << u"https://app.asana.com"_s;
    QTest::newRow("the default port of https") << u"https://a.example:443"_s << u"https://a.example"_s;
    QTest::newRow("the default port of http") << u"http://a.example:80"_s << u"http://a.example"_s;
    QTest::newRow("the default port of the other scheme")
        << u"http://a.example:443"_s << u"http://a.example:443"_s;
    QTest::newRow("a port") << u"https://a.example:8443/"_s << u"https://a.example:8443"_s;
    QTest::newRow("a dot at the end") << u"https://a.example./x"_s << u"https://a.example"_s;
    QTest::newRow("other scripts") << u"https://bücher.example"_s << u"https://xn--bcher-kva.example"_s;
    QTest::newRow("wide letters") << u"https://ｅｖｉｌ.example"_s << u"https://evil.example"_s;
    QTest::newRow("an IPv4 address") << u"http://127.1/"_s << u"http://127.0.0.1"_s;
    QTest::newRow("an IPv6 address") << u"http://[0:0::0:1]:8080/a"_s << u"http://[::1]:8080"_s;
}

void OriginTest::isSchemeHostAndPort()
{
    QFETCH(QString, url);
    QFETCH(QString, text);
    const Origin origin = Origin::of(QUrl(url, QUrl::StrictMode));
    QCOMPARE(origin.text(), text);
    QCOMPARE(Origin::fromText(text), origin);
    QVERIFY(origin.admits(QUrl(url, QUrl::StrictMode)));
}

void OriginTest::isNowhereForWhatNoRequestGoesTo_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no scheme") << u"/a"_s;
    QTest::newRow("another scheme") << u"ftp://a.example"_s;
    QTest::newRow("no host") << u"https:///a"_s;
    QTest::newRow("a dot alone") << u"https://./"_s;
    QTest::newRow("a user") << u"https://ann@a.example"_s;
    QTest::newRow("a password") << u"https://ann:x@a.example"_s;
    QTest::newRow("an empty user") << u"https://@a.example"_s;
    QTest::newRow("a host as a user") << u"https://good.example:443@evil.example"_s;
    QTest::newRow("a backslash") << u"https://good.example\\@evil.example"_s;
    QTest::newRow("port 0") << u"https://a.example:0"_s;
    QTest::newRow("no such port") << u"https://a.example:99999"_s;
}

void OriginTest::isNowhereForWhatNoRequestGoesTo()
{
    QFETCH(QString, url);
    for (const auto mode : {QUrl::StrictMode, QUrl::TolerantMode}) {
        const QUrl parsed(url, mode);
        if (mode == QUrl::TolerantMode && parsed.isValid() && parsed.host() == "good.example"_L1)
            continue; // what it is mended to does go there
        QVERIFY(Origin::of(parsed).isNowhere());
        QCOMPARE(Origin::of(parsed).text(), QString());
        QVERIFY(!Origin::of(parsed).admits(parsed));
        QVERIFY(!Origin().admits(parsed));
    }
}

void OriginTest::tellsPlacesApart_data()
{
    QTest::addColumn<QString>("other");
    QTest::newRow("host") << u"https://a.example.org"_s;
    QTest::newRow("host in front") << u"https://x.a.example"_s;
    QTest::newRow("host behind") << u"https://a.example.x"_s;
    QTest::newRow("port") << u"https://a.example:444"_s;
    QTest::newRow("scheme") << u"http://a.example"_s;
    QTest::newRow("scheme with that port") << u"http://a.example:443"_s;
    QTest::newRow("user") << u"https://ann@a.example"_s;
}

void OriginTest::tellsPlacesApart()
{
    QFETCH(QString, other);
    const Origin origin = Origin::of(QUrl(u"https://a.example"_s));
    QVERIFY(!origin.admits(QUrl(other)));
    QVERIFY(Origin::of(QUrl(other)) != origin);
}

void OriginTest::readsOnlyWhatItWrote_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a slash") << u"https://a.example/"_s;
    QTest::newRow("the default port") << u"https://a.example:443"_s;
    QTest::newRow("case") << u"https://A.example"_s;
    QTest::newRow("a line break") << u"https://a.example\n"_s;
    QTest::newRow("a space") << u" https://a.example"_s;
}

void OriginTest::readsOnlyWhatItWrote()
{
    QFETCH(QString, text);
    QVERIFY(Origin::fromText(text).isNowhere());
}

TRAILGLASS_TEST(OriginTest)
#include "tst_origin.moc"
