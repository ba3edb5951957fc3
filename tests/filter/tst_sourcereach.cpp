// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/filter/querycontext.h"
#include "models/filter/sourcereach.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class SourceReachTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesByTermsOnTheSourceAlone_data();
    void goesByTermsOnTheSourceAlone();
};

void SourceReachTest::goesByTermsOnTheSourceAlone_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("work"); ///< of Asana
    QTest::addColumn<bool>("rules"); ///< of Nected

    QTest::newRow("everything") << QString() << true << true;
    QTest::newRow("nothing of sources") << u"actor:ann -op:auth text"_s << true << true;
    QTest::newRow("by name") << u"source:WORK"_s << true << false;
    QTest::newRow("by vendor") << u"vendor:nected"_s << false << true;
    QTest::newRow("by pattern") << u"source:*s"_s << false << true;
    QTest::newRow("negated") << u"-source:work"_s << false << true;
    QTest::newRow("with others") << u"vendor:asana (actor:ann OR op:auth)"_s << true << false;
    QTest::newRow("or something else") << u"vendor:asana OR actor:ann"_s << true << true;
    QTest::newRow("neither") << u"-(vendor:asana OR actor:ann)"_s << false << true;
    QTest::newRow("contradiction") << u"source:work vendor:nected"_s << false << false;
    QTest::newRow("a regex that gives up is in doubt") << u"source:/(y+)+$/"_s << true << true;
}

void SourceReachTest::goesByTermsOnTheSourceAlone()
{
    QFETCH(const QString, expression);
    const auto tree = std::get<Filter::NodePointer>(Filter::parse(expression));

    // The name that makes the regex try for long is the same source to all others.
    const bool isRegex = expression.contains(u'/');
    const std::string work = isRegex ? "work" + std::string(5'000, 'y') + '!' : "work";
    const std::string rules = isRegex ? work : "rules";

    QTEST(Filter::mayMatchSource(tree, work, Vendor::Asana, QueryContext()), "work");
    QTEST(Filter::mayMatchSource(tree, rules, Vendor::Nected, QueryContext()), "rules");
}

TRAILGLASS_TEST(SourceReachTest)
#include "tst_sourcereach.moc"
