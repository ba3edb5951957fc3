// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/origin.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// What the log shows of a request's address.
class RequestShapeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasNoValueAndNoPath_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QString>("shape");
        QTest::newRow("parameters") << QUrl(u"https://api.example/1200/log?limit=100&offset=eyJ0"_s)
                                    << u"https://api.example/…?limit&offset"_s;
        QTest::newRow("none") << QUrl(u"https://api.example:8443/token-1/graphql"_s)
                              << u"https://api.example:8443/…"_s;
        QTest::newRow("user name") << QUrl(u"https://ann:secret@api.example/a?b=c"_s)
                                   << u"https://api.example/…?b"_s;
        QTest::newRow("a token by itself")
            << QUrl(u"https://api.example/a?limit=1&eyJ0b2tlbiI6MX0"_s) << u"https://api.example/…?limit&…"_s;
        QTest::newRow("a token for a name") << QUrl(u"https://api.example/a?x%3Dsecret=1&filters[]=a"_s)
                                            << u"https://api.example/…?…&filters[]"_s;
        QTest::newRow("an escaped address")
            << QUrl(u"https://api.example/a?next=https://b.example/?key%3Dk"_s)
            << u"https://api.example/…?next"_s;
        QTest::newRow("fragment") << QUrl(u"https://api.example/a#secret"_s) << u"https://api.example/…"_s;
    }
    void hasNoValueAndNoPath()
    {
        QFETCH(QUrl, url);
        QTEST(printRequestShape(url), "shape");
    }
};

TRAILGLASS_PURE_TEST(RequestShapeTest)
#include "tst_requestshape.moc"
