// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/benchmarks/typedfilters.h"

#include "models/filter/filter.h"
#include "tests/benchmarks/drivenwindow.h"
#include "tests/benchmarks/eventloopwait.h"
#include "tests/benchmarks/measurement.h"

#include <QDateTime>
#include <QHash>
#include <QLineEdit>
#include <QtTest>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <variant>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass::Benchmarks {

namespace {

constexpr int KeyInterval = 120; // ms: a hundred words a minute
constexpr int LookTime = 1'000; // ms between filters, for facets and histogram, too
constexpr std::size_t SlowKeys = 5; // that are named

struct Key
{
    QString text; ///< with it
    double seconds = 0;
};

/// Of events of Asana that reach from a year ago until today. Times are absolute: with others, counts would change.
QStringList typedFilters()
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    const QString day = today.addDays(-20).toString(Qt::ISODate);
    const QString month = today.addMonths(-1).toString(u"yyyy-MM"_s);
    const QString earlier = today.addMonths(-3).toString(u"yyyy-MM"_s);
    return {
        u"op:delete"_s,
        u"op:export,create"_s,
        u"-op:auth"_s,
        u"op:auth -outcome:success"_s,
        u"op:update channel:web"_s,
        u"outcome:failure"_s,
        u"outcome:success hour:6..11"_s,
        u"status:failure weekday:sat,sun"_s,
        u"-outcome:unknown channel:mobile"_s,
        u"action:~login"_s,
        u"action:~member op:grant"_s,
        u"action:user_login_*"_s,
        u"action:task_deleted"_s,
        u"action:~export -channel:api"_s,
        u"-action:~user"_s,
        u"actor:~volk"_s,
        u"actor:~in op:delete"_s,
        u"actor:*@contractor.example"_s,
        u"actor:* -actor:~svc"_s,
        u"user:~an outcome:failure"_s,
        u"actor.name:~naka"_s,
        u"actor.type:user,asana"_s,
        u"target:~plan"_s,
        u"target.name:~ro op:delete"_s,
        u"target.type:task,project"_s,
        u"target.type:user op:grant"_s,
        u"category:~log"_s,
        u"category:roles,apps"_s,
        u"category:deletion hour:0..6"_s,
        u"type:~access op:grant"_s,
        u"ip:198.51.100.0/24"_s,
        u"ip:203.0.113.0/24 op:auth"_s,
        u"user_agent:~firefox"_s,
        u"user_agent:~chrome op:export"_s,
        u"channel:api -op:export"_s,
        u"hour:9..17"_s,
        u"weekday:mon..wed op:create"_s,
        u"created:%1"_s.arg(month),
        u"created:>=%1 op:auth"_s.arg(day),
        u"created:%1..%2"_s.arg(earlier, month),
        u"created:<%1 outcome:failure"_s.arg(day),
        u"-created:%1 op:delete"_s.arg(month),
        u"(op:delete OR op:export) channel:web"_s,
    };
}

/// Whether a filter is of fields alone, without a text or a value of the JSON to search for.
bool isStructured(const Filter::NodePointer &filter)
{
    if (const auto *term = std::get_if<Filter::Term>(&filter->content))
        return !std::holds_alternative<Filter::JsonPath>(term->field);
    if (const auto *negated = std::get_if<Filter::Not>(&filter->content))
        return isStructured(negated->child);
    if (const auto *both = std::get_if<Filter::And>(&filter->content))
        return std::ranges::all_of(both->children, isStructured);
    if (const auto *either = std::get_if<Filter::Or>(&filter->content))
        return std::ranges::all_of(either->children, isStructured);
    return false;
}

/// Shows each beginning of a filter that is structured, and another filter than the one before it.
/// \returns how many events each of them finds
QHash<QString, qint64> countBeginnings(const QString &filter, DrivenWindow &window)
{
    QHash<QString, qint64> counts;
    Filter::NodePointer before = Filter::makeNode(Filter::All{});
    for (qsizetype length = 1; length <= filter.size(); ++length) {
        const QString text = filter.first(length);
        const Filter::ParseResult parsed = Filter::parse(text);
        const auto *tree = std::get_if<Filter::NodePointer>(&parsed);
        if (!tree || !isStructured(*tree) || Filter::sameTree(*tree, before))
            continue;
        before = *tree;
        counts.insert(text, window.show(text));
    }
    if (!counts.contains(filter))
        leave(u"%1 is no filter of fields alone."_s.arg(filter));
    return counts;
}

/// The number of rows says which result the table has: the one of a text that was searched before may still come.
void type(const QString &filter, const QHash<QString, qint64> &counts, DrivenWindow &window,
          std::vector<Key> &keys)
{
    for (qsizetype length = 1; length <= filter.size(); ++length) {
        const QString text = filter.first(length);
        const qint64 count = counts.value(text);
        const Cost cost = costOf([&] {
            if (count > 0 && count != window.rows())
                keys.push_back({text, window.press(text.back(), [&] { return window.isResultOf(count); })});
            else
                QTest::keyClick(&window.filterEdit(), text.back().toLatin1());
        });
        passTime(std::max(0, KeyInterval - static_cast<int>(cost.seconds * 1000)));
    }
}

} // namespace

void measureTyping(DrivenWindow &window)
{
    std::vector<Key> keys;
    window.filterEdit().setFocus();
    for (const QString &filter : typedFilters()) {
        const QHash<QString, qint64> counts = countBeginnings(filter, window);
        window.show({});
        passTime(LookTime);
        type(filter, counts, window, keys);
        window.settle(); // the last key may be one that is not waited for
        window.show({});
    }
    std::ranges::sort(keys, std::ranges::greater(), &Key::seconds);
    for (std::size_t place = 0; place < std::min(keys.size(), SlowKeys); ++place)
        std::fprintf(stderr, "slow: %s, %.0f ms\n", qPrintable(keys[place].text), keys[place].seconds * 1e3);
    std::vector<double> seconds;
    for (const Key &key : keys)
        seconds.push_back(key.seconds);
    printNumber("measured keys", static_cast<qint64>(seconds.size()));
    printPercentiles("key press to painted rows", seconds);
}

} // namespace Trailglass::Benchmarks
