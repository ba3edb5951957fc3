// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/filters/emptyresulttext.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/conjunction.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "views/filters/intervaltext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::EmptyResultText {

namespace {

using Kind = Filter::FilterAlternative::Kind;

constexpr qsizetype MaxTermShown = 80; // characters of a term or value
constexpr qsizetype MaxSourcesNamed = 5;

QString shown(const QString &text)
{
    return text.size() > MaxTermShown ? QString(text.left(MaxTermShown) + u'…') : text;
}

QString termText(const Filter::NodePointer &term)
{
    return shown(Filter::print(term));
}

/// The only value of a term, else nothing.
QString valueText(const Filter::Term &term)
{
    const auto *text =
        term.values.size() == 1 ? std::get_if<Filter::TextValue>(&term.values.front()) : nullptr;
    return text ? shown(toQString(text->text)) : QString();
}

QString containsText(const FoundAlternative &found, const QString &count)
{
    const auto &term = std::get<Filter::Term>(found.alternative.term->content);
    const QString field = Filter::fieldReferenceName(term.field);
    const QString value = valueText(term);
    const QString looser = termText(found.alternative.replacement);
    if (value.isEmpty())
        return Trailglass::tr("Events that contain one of these values in “%1”: %2 · %3")
            .arg(field, count, looser);
    if (found.isTermUnknown)
        return Trailglass::tr("No event has exactly “%1” as “%2”. Events that contain it: %3 · %4")
            .arg(value, field, count, looser);
    return Trailglass::tr("Events that contain “%1” in “%2”: %3 · %4").arg(value, field, count, looser);
}

QString suggestionText(const FoundAlternative &found)
{
    const QString count = QLocale().toString(found.count);
    const QString term = termText(found.alternative.term);
    switch (found.alternative.kind) {
    case Kind::OtherCase:
        return Trailglass::tr("Events in upper or lower case: %1 · %2")
            .arg(count, termText(found.alternative.replacement));
    case Kind::Contains:
        return containsText(found, count);
    case Kind::AnyTime:
        return Trailglass::tr("Events at any time, without %1: %2").arg(term, count);
    case Kind::WithoutTerm:
        break;
    }
    return Trailglass::tr("Events without the term %1: %2").arg(term, count);
}

/// The one term of several without which there are events, when every term was tried.
QString onlyTerm(const EmptyResultReport &report)
{
    const std::size_t terms = Filter::conjuncts(report.filter).size();
    if (!report.isComplete || report.hasMoreTerms || terms < 2)
        return {};
    QString only;
    for (const FoundAlternative &found : report.alternatives) {
        const bool isRemoval =
            found.alternative.kind == Kind::WithoutTerm || found.alternative.kind == Kind::AnyTime;
        // Any time may be without several terms.
        const bool isOfOne = isRemoval && Filter::conjuncts(found.alternative.filter).size() + 1 == terms;
        if (isRemoval && (!only.isEmpty() || !isOfOne))
            return {};
        if (isRemoval)
            only = termText(found.alternative.term);
    }
    return only;
}

} // namespace

QString reason(const EmptyResultReport &report, const QueryContext &context)
{
    QStringList sentences;
    if (report.otherTime) {
        sentences += Trailglass::tr("All events are outside of the time of the filter: %1.")
                         .arg(intervalText(*report.otherTime, context));
    } else if (const QString term = onlyTerm(report); !term.isEmpty()) {
        sentences += Trailglass::tr("Only “%1” matches no event together with the other terms.").arg(term);
    } else {
        sentences += Trailglass::tr("No event matches this filter.");
    }
    if (!report.unsynced.isEmpty()) {
        const QStringList named = report.unsynced.first(std::min(report.unsynced.size(), MaxSourcesNamed));
        const QString names = named.join(u", "_s);
        sentences += named.size() == report.unsynced.size()
            ? Trailglass::tr("Not synced for all of that time: %1.").arg(names)
            : Trailglass::tr("Not synced for all of that time: %1 and %2 more.")
                  .arg(names, QLocale().toString(report.unsynced.size() - named.size()));
    }
    return sentences.join(u' ');
}

QString sourcesAction(const EmptyResultReport &report)
{
    if (report.unsynced.isEmpty())
        return {};
    return report.unsynced.size() == 1 ? Trailglass::tr("Show the source")
                                       : Trailglass::tr("Show the sources");
}

QStringList suggestions(const EmptyResultReport &report)
{
    QStringList sentences;
    for (const FoundAlternative &found : report.alternatives)
        sentences += suggestionText(found);
    return sentences;
}

} // namespace Trailglass::EmptyResultText
