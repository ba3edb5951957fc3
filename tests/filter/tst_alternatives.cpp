// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/alternatives.h"
#include "models/filter/filter.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass::Filter;

namespace {

QString kindText(FilterAlternative::Kind kind)
{
    switch (kind) {
    case FilterAlternative::Kind::OtherCase:
        return u"case "_s;
    case FilterAlternative::Kind::Contains:
        return u"contains "_s;
    case FilterAlternative::Kind::WithoutTerm:
        return u"without "_s;
    case FilterAlternative::Kind::AnyTime:
        return u"any time "_s;
    }
    return {};
}

} // namespace

class AlternativesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersOneChangeEach_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("alternatives");
        const QStringList none;
        QTest::newRow("everything") << u""_s << none;
        QTest::newRow("a text") << u"ann"_s << none;
        QTest::newRow("exactly") << u"actor:=Ann"_s
                                 << QStringList({u"case actor:Ann"_s, u"contains actor:~Ann"_s});
        QTest::newRow("ignoring case") << u"actor:Ann"_s << QStringList(u"contains actor:~Ann"_s);
        QTest::newRow("several values") << u"actor:ann,bob"_s << QStringList(u"contains actor:~ann,bob"_s);
        QTest::newRow("a pattern") << u"actor:a*"_s << none;
        QTest::newRow("a part") << u"actor:~a"_s << none;
        QTest::newRow("a closed set") << u"op:auth"_s << none;
        QTest::newRow("an address") << u"ip:10.0.0.1"_s << QStringList(u"contains ip:~10.0.0.1"_s);
        QTest::newRow("a network") << u"ip:10.0.0.0/8"_s << none;
        QTest::newRow("a path") << u"@a:=5"_s << QStringList({u"case @a:5"_s, u"contains @a:~5"_s});
        QTest::newRow("no value") << u"-actor:*"_s << none;
        QTest::newRow("an empty text") << u"actor:\"\""_s << none;
        QTest::newRow("a time") << u"created:-7d"_s << QStringList(u"any time "_s);
        QTest::newRow("several terms")
            << u"x actor:ann -op:auth"_s
            << QStringList({u"contains x actor:~ann -op:auth"_s, u"without actor:ann -op:auth"_s,
                            u"without x -op:auth"_s, u"without x actor:ann"_s});
        QTest::newRow("several times")
            << u"created:>2026 x created:<2027"_s
            << QStringList({u"any time x"_s, u"without created:>2026 created:<2027"_s});
        QTest::newRow("a negated time stays")
            << u"-created:2026 x"_s << QStringList({u"without x"_s, u"without -created:2026"_s});
    }

    void offersOneChangeEach()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, alternatives);
        QStringList offered;
        for (const FilterAlternative &alternative : alternativesTo(std::get<NodePointer>(parse(text))))
            offered += kindText(alternative.kind) + print(alternative.filter);
        QCOMPARE(offered, alternatives);
    }

    void saysWhatItChanges()
    {
        const auto offered = alternativesTo(std::get<NodePointer>(parse(u"x actor:=ann"_s)));
        QCOMPARE(print(offered[1].term), u"actor:=ann"_s);
        QCOMPARE(print(offered[1].replacement), u"actor:~ann"_s);
        QCOMPARE(print(offered[2].term), u"x"_s);
        QVERIFY(!offered[2].replacement);
    }

    void triesALimitedNumberOfTerms()
    {
        QStringList terms;
        for (int number = 0; number < 500; ++number)
            terms += u"t%1"_s.arg(number);
        QCOMPARE(alternativesTo(std::get<NodePointer>(parse(terms.join(u' ')))).size(), MaxTermsTried);
    }
};

TRAILGLASS_TEST(AlternativesTest)
#include "tst_alternatives.moc"
