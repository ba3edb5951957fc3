// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/sources/poolservers.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <span>

namespace Trailglass {

/// In which order a vendor lists its events.
enum class ListOrder
{
    AsRequested,
    ByArrival, ///< a late event among those that arrived with it
    Reversed,
};

/// What a history may hold, besides late events, pauses, failing pages and killed runs.
struct Weather
{
    const char *name = ""; ///< of a test's data row
    bool serverSaysTheTime = true;
    bool clockIsWrong = false; ///< of this machine, by up to six hours either way
    bool eventsAhead = false;
    bool outliers = false; ///< single events dated decades back or ahead
    bool idsComeAgain = false; ///< an event that is stored comes again with another time
    bool manyOfOneTime = false; ///< up to a hundred events of one moment, over several pages
    bool rowsExpire = false;
    bool rowsAreDeleted = false; ///< anywhere; then none comes late, or the list's count would hide it
    bool eventsChange = false; ///< the content of those that are there, before, during and after runs
    ListOrder order = ListOrder::AsRequested;
};

/// All weathers that a vendor's log can have: one that is in no promised order is always in another one.
[[nodiscard]] std::span<const Weather> weathersOf(Vendor vendor);

/// The weathers in which a vendor changes events. Apart from the others, so that these keep their seeds.
[[nodiscard]] std::span<const Weather> changingWeathers();

/// One source's life: a log that lives, runs that are killed, and what has to be true all the while.
///
/// A vendor's log lives: events become visible up to less than the overlap (ten minutes) after their
/// `created`, some are dated ahead, the oldest expire or any are deleted. Some are changed, once or twice: Paradime mostly
/// says when, the others never do. Requests that are sent ahead are responded to in any order. Runs begin at any time, some
/// with `--full` or `--since`; they are killed after any page, where events change also within Paradime's one response;
/// pages fail, offsets expire, and this machine's clock is wrong by hours. Then, at all times:
///
/// 1. after a run that is complete, every event that was visible when it began, and that the vendor still has,
///    is stored (for `--since`: from there on, unless the run says that it leaves no gap);
/// 2. an interval in the coverage ledger never lacks an event that was visible when the run began that entered
///    it;
/// 3. a run ends;
/// 4. where events change, a complete run reads each that was stored before as it was when the run began, or newer, as far
///    back as it reads again: Paradime and `--full` to the first event, `--since` to there, any other run that resumes none
///    to the overlap below its mark. Not of Secoda and Nected while rows are deleted: one that slips unseen is then missed,
///    and law 1 does not notice where it was stored before.
///
/// Of a list by arrival, what holds from a time on is not checked: a place in it is no time.
///
/// That nothing is stored twice, and what becomes of a changed event, are the store's laws.
class History
{
public:
    History(Vendor vendor, quint32 seed, const Weather &weather);

    /// \param runs  while the log changes; two follow in which it is still, the second with `--full` where events change
    /// \returns what is wrong, empty when the laws hold
    [[nodiscard]] QString live(int runs = 10);

    struct Counts
    {
        qint64 runs = 0;
        qint64 kills = 0; ///< of these
        qint64 events = 0; ///< at the vendor's
    };
    [[nodiscard]] Counts counts() const;

    [[nodiscard]] SourceDriver &driver() { return m_driver; }
    [[nodiscard]] const SourceDriver &driver() const { return m_driver; }

    /// Called after each run, killed or not.
    /// \returns what is wrong, empty when nothing is
    std::function<QString()> afterRun = [] {
        return QString();
    };

private:
    [[nodiscard]] int random(int below) { return m_pool.random().bounded(below); }
    [[nodiscard]] int random(int from, int below) { return m_pool.random().bounded(from, below); }
    [[nodiscard]] bool chance(int oneIn) { return random(oneIn) == 0; }

    void arrange();
    void limitResponses();
    [[nodiscard]] Response respond(const HttpRequest &request);
    void happen();
    void arrive();
    void arriveTogether();
    void addOutlier();
    void comeAgain();
    void change();
    void pass(int minutes);
    void rest();
    bool run(int pages);
    void problem(const QString &words);
    void checkCovered(const TimeWindow &window);
    void checkComplete(const TimeWindow &window, const QString &words);
    [[nodiscard]] std::optional<TimeWindow> readAgain(const RunOptions &options) const;
    void checkNewest(const TimeWindow &window);

    const Vendor m_vendor;
    const Weather m_weather;
    EventPool m_pool;
    std::unique_ptr<PoolServer> m_server;
    SourceDriver m_driver;
    qint64 m_clockError = 0;
    QSet<QString> m_visible; ///< when the run began
    QHash<QString, int> m_versions; ///< of events, likewise; only where events change
    QSet<QString> m_tooLate; ///< events that became visible long after their time: no law holds for them
    UtcMicros m_asked;
    bool m_isFailing = true;
    bool m_isStill = false;
    bool m_isFull = false; ///< the next run
    Counts m_counts;
    int m_crowds = 0; ///< of events of one time
    int m_requests = 0; ///< of the run
    QString m_problem;
};

} // namespace Trailglass
