// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/query/codedfilter.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <variant>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class CodedFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKnownByItsTerms_data();
    void isKnownByItsTerms();
};

void CodedFilterTest::isKnownByItsTerms_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isCoded");
    QTest::newRow("everything") << u""_s << true;
    QTest::newRow("fields and times")
        << u"actor.email:ann* -op:auth (created:-7d OR source:a hour:3)"_s << true;
    QTest::newRow("an id") << u"id:1"_s << false;
    QTest::newRow("a message") << u"op:auth message:~x"_s << false;
    QTest::newRow("a text") << u"op:auth ann"_s << false;
    QTest::newRow("a text in a negation") << u"op:auth -(op:read OR ann)"_s << false;
    QTest::newRow("the JSON") << u"@a:1"_s << false;
    QTest::newRow("a mark") << u"is:marked"_s << false;
    QTest::newRow("a preset that is not replaced") << u"preset:a"_s << false;
}

void CodedFilterTest::isKnownByItsTerms()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, isCoded);
    const Filter::ParseResult parsed = Filter::parse(typed);
    const auto *tree = std::get_if<Filter::NodePointer>(&parsed);
    QVERIFY(tree);
    QCOMPARE(isOverCodedFields(*tree), isCoded);
}

TRAILGLASS_TEST(CodedFilterTest)
#include "tst_codedfilter.moc"
