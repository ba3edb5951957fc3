// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace Trailglass::Soak {

/// What runs of a law have gone through.
struct Tally
{
    qint64 histories = 0;
    qint64 syncs = 0;
    qint64 kills = 0; ///< of syncs or of processes
    qint64 events = 0;
    qint64 comparisons = 0; ///< of a result with what it has to be, where a law makes many

    Tally &operator+=(const Tally &other);
};

/// How one run of a law ended.
struct Report
{
    QString problem = {}; ///< empty: the law held
    Tally tally = {};
    QString notRun = {}; ///< why nothing could be run on this system, without a full stop; empty: it was run
};

/// A law that has to hold whatever the seed, as a part of the soak program. It is made as a static in a file of
/// its own, which is listed in the folder's CMakeLists.txt and is all that a further law needs:
/// \code
/// const Law law(u"killed-at-commit"_s, 1, [](quint64 seed) { return Report{…}; });
/// \endcode
class Law
{
public:
    /// Generates everything from the seed, so that a failure can be repeated.
    using Run = std::function<Report(quint64 seed)>;

    /// Adds itself to all().
    /// \param name  unique; with the vendor after a slash where there is one for each: `nothing-lost/asana`
    /// \param share  runs in a row whenever it is its turn: a law that takes long has a small one
    Law(QString name, int share, Run run);
    ~Law();
    Q_DISABLE_COPY_MOVE(Law)

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] int share() const { return m_share; }
    [[nodiscard]] Report run(quint64 seed) const { return m_run(seed); }

    /// Every law of this program, by name.
    [[nodiscard]] static QList<const Law *> all();

private:
    QString m_name;
    int m_share;
    Run m_run;
};

} // namespace Trailglass::Soak
