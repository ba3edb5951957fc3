// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/placewatch.h"

#include "models/core/result.h"
#include "models/workspace/placethread.h"
#include "models/workspace/sourcechoice.h"

#include <QTimer>

#include <optional>
#include <utility>

namespace Trailglass {
namespace {

using namespace Qt::StringLiterals;

/// What a look sees.
struct PlaceView
{
    bool hasChanged = false;
    std::optional<QStringList> sources; ///< names; nothing where they were not read
};

Result<PlaceView> viewOf(OpenPlace &place, const StatePointer &shown, bool withSources,
                         const CancelToken &cancel)
{
    PlaceView view;
    TRY(QueryEngine *const engine, place.engine());
    TRY(view.hasChanged, engine->hasChangedSince(shown, cancel));
    if (view.hasChanged || withSources) {
        TRY(const auto sources, place.sources());
        view.sources = sourceNames(sources);
    }
    return view;
}

} // namespace

class PlaceWatch::Private
{
public:
    Private(PlaceWatch *watch, const Place &place)
        : q(watch)
        , thread(place, u"watch"_s)
    {
    }

    void look();
    void end(const Result<PlaceView> &view, const StatePointer &shownThen);

    PlaceWatch *q;
    QTimer timer;
    StatePointer shown;
    bool isLooking = false;
    bool hasSources = false; ///< they were listed once
    bool hasFailed = false; ///< the last look
    bool isRecoveryExpected = false;
    bool hasBegunBefore = false; ///< a look runs that began before expectRecovery()
    PlaceThread thread; // last: its work uses everything above
};

void PlaceWatch::Private::look()
{
    if (std::exchange(isLooking, true))
        return;
    thread.post([this, then = shown, withSources = !hasSources](OpenPlace &place, const CancelToken &token) {
        auto view = viewOf(place, then, withSources, token);
        thread.postToOwner([this, view = std::move(view), then] { end(view, then); });
    });
}

void PlaceWatch::Private::end(const Result<PlaceView> &view, const StatePointer &shownThen)
{
    isLooking = false;
    const bool isEarlier = std::exchange(hasBegunBefore, false);
    const bool hadFailed = std::exchange(hasFailed, !view);
    if (!view && !hadFailed)
        Q_EMIT q->failed(view.error());
    if (!view)
        return;
    const bool isExpected = !isEarlier && std::exchange(isRecoveryExpected, false);
    if (hadFailed || isExpected)
        Q_EMIT q->recovered();
    if (view->sources) {
        hasSources = true;
        Q_EMIT q->sourcesListed(*view->sources);
    }
    // What is shown meanwhile may have the news already.
    if (view->hasChanged && shown == shownThen)
        Q_EMIT q->eventsChanged();
}

PlaceWatch::PlaceWatch(const Place &place, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, place))
{
    connect(&d->timer, &QTimer::timeout, this, [this] { d->look(); });
    d->timer.start(interval);
    d->look();
}

PlaceWatch::~PlaceWatch() = default;

void PlaceWatch::setShown(const StatePointer &state)
{
    d->shown = state;
}

void PlaceWatch::expectRecovery()
{
    d->isRecoveryExpected = true;
    d->hasBegunBefore = d->isLooking;
}

} // namespace Trailglass

#include "moc_placewatch.cpp"
