// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QDebug>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QStringList>

namespace Trailglass {

// What is logged: the shape of the work (counts, bytes, durations, decisions, kinds of errors). Never a secret,
// a header, a query parameter's value, the path of a URL (Paradime's holds a token), a filter, the name of a
// source, or anything out of an event. Sources appear by their number.
Q_DECLARE_LOGGING_CATEGORY(logHttp) ///< requests and responses
Q_DECLARE_LOGGING_CATEGORY(logSync) ///< syncs, imports, pushes: pages, retries, decisions
Q_DECLARE_LOGGING_CATEGORY(logStore) ///< database: commits, migrations, locks
Q_DECLARE_LOGGING_CATEGORY(logIndex) ///< column index: loading, building, saving, damage
Q_DECLARE_LOGGING_CATEGORY(logQuery) ///< queries: kind, rows, duration
Q_DECLARE_LOGGING_CATEGORY(logCredentials) ///< where secrets are read from, and whether that worked
Q_DECLARE_LOGGING_CATEGORY(logEvidence) ///< checkpoints, keys, verifications, evidence bundles, reports
Q_DECLARE_LOGGING_CATEGORY(logUi) ///< window

/// The names that `--log` takes, `http` for the category `trailglass.http`.
[[nodiscard]] QStringList logCategoryNames();

/// Rules for QLoggingCategory::setFilterRules() that enable all messages of some categories.
///
/// \param names  joined by commas, or `all`; empty: no rules
/// \error Usage: an unknown name, with the nearest known one
[[nodiscard]] Result<QString> logFilterRules(const QString &names);

/// Measures how long something takes, and prints it as `12 ms`.
class LogTimer
{
public:
    LogTimer() { m_timer.start(); }
    [[nodiscard]] qint64 milliseconds() const { return m_timer.elapsed(); }

private:
    QElapsedTimer m_timer;
};

QDebug operator<<(QDebug debug, const LogTimer &timer);

} // namespace Trailglass
