// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/typingpause.h"

#include "models/filter/filter.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TypingPauseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsUntilAFilterWasQuick();
    void goesByTheLastFilterOfItsKind_data();
    void goesByTheLastFilterOfItsKind();
    void waitsForAServer();
    void givesWay_data();
    void givesWay();
};

namespace {

Filter::NodePointer filter(const QString &text)
{
    return std::get<Filter::NodePointer>(Filter::parse(text));
}

QueryResult took(const QString &text, std::chrono::milliseconds duration)
{
    QueryResult result;
    result.expanded = filter(text);
    result.duration = duration;
    return result;
}

} // namespace

void TypingPauseTest::waitsUntilAFilterWasQuick()
{
    TypingPause pause;
    QCOMPARE(pause.before(filter(u"op:auth"_s), nullptr), TypingPause::Pause);
    pause.note(took({}, 5ms));
    QCOMPARE(pause.before(filter(u"op:auth"_s), nullptr), 0ms);
    pause.note(took(u"op:auth"_s, 101ms));
    QCOMPARE(pause.before(filter(u"op:auth"_s), nullptr), TypingPause::Pause);
}

void TypingPauseTest::goesByTheLastFilterOfItsKind_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::chrono::milliseconds>("wait");
    QTest::newRow("a field") << u"op:auth"_s << std::chrono::milliseconds(0);
    QTest::newRow("fields and times") << u"op:auth hour:9 -outcome:success"_s << std::chrono::milliseconds(0);
    QTest::newRow("a text") << u"out"_s << TypingPause::Pause;
    QTest::newRow("a path") << u"@details.name:x"_s << TypingPause::Pause;
    QTest::newRow("a field and a text") << u"op:auth out"_s << TypingPause::Pause;
}

/// The beginning of “outcome” was searched as a text, which took long.
void TypingPauseTest::goesByTheLastFilterOfItsKind()
{
    QFETCH(const QString, typed);
    QFETCH(const std::chrono::milliseconds, wait);
    TypingPause pause;
    pause.note(took({}, 5ms));
    QCOMPARE(pause.before(filter(typed), nullptr), 0ms);
    pause.note(took(u"ou"_s, 400ms));
    QCOMPARE(pause.before(filter(typed), nullptr), wait);
}

void TypingPauseTest::waitsForAServer()
{
    TypingPause pause;
    QueryResult result = took({}, 5ms);
    result.cost = QueryCost();
    pause.note(result);
    QCOMPARE(pause.before(filter(u"op:auth"_s), nullptr), TypingPause::Pause);
}

void TypingPauseTest::givesWay_data()
{
    QTest::addColumn<QString>("running");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::chrono::milliseconds>("wait");
    QTest::newRow("a text to a field") << u"ou"_s << u"outcome:failure"_s << std::chrono::milliseconds(0);
    QTest::newRow("a text to a text") << u"ou"_s << u"out"_s << TypingPause::Pause;
    QTest::newRow("a field to a field") << u"op:auth"_s << u"op:auth,read"_s << TypingPause::Pause;
    QTest::newRow("a field to a text") << u"op:auth"_s << u"op:auth out"_s << TypingPause::Pause;
}

void TypingPauseTest::givesWay()
{
    QFETCH(const QString, running);
    QFETCH(const QString, typed);
    QFETCH(const std::chrono::milliseconds, wait);
    TypingPause pause;
    pause.note(took({}, 5ms));
    QCOMPARE(pause.before(filter(typed), filter(running)), wait);
}

TRAILGLASS_TEST(TypingPauseTest)
#include "tst_typingpause.moc"
