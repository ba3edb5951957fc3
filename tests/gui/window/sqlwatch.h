// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace Trailglass::Testing {

/// Sees each SQL statement that begins in this process, and on which thread. Holds statements for as long as a test wants: a
/// query takes its time, whatever the machine.
///
/// Sees connections that are opened while it is there. One at a time.
/// \thread the one that made it, whose statements are never held
class SqlWatch
{
public:
    SqlWatch()
    {
        {
            const std::scoped_lock lock(guard);
            owner = std::this_thread::get_id();
            here.clear();
            elsewhere.clear();
            hasGivenUp = false;
        }
        if (sqlite3_auto_extension(entryPoint()) != SQLITE_OK)
            qFatal("SQLite takes no entry point.");
    }
    ~SqlWatch()
    {
        sqlite3_cancel_auto_extension(entryPoint());
        letGo();
    }
    Q_DISABLE_COPY_MOVE(SqlWatch)

    /// Statements that have \a part in their text wait from now on, each until letGo() or for MaxWait.
    void hold(const std::string &part)
    {
        const std::scoped_lock lock(guard);
        held = part;
    }
    void letGo()
    {
        {
            const std::scoped_lock lock(guard);
            held.clear();
        }
        changed.notify_all();
    }
    /// Whether a statement waits now.
    [[nodiscard]] bool isHolding() const
    {
        const std::scoped_lock lock(guard);
        return waiting > 0;
    }
    /// Whether a statement went on without letGo(): this thread did nothing for so long, or waited for it.
    [[nodiscard]] bool hasWaitedInVain() const
    {
        const std::scoped_lock lock(guard);
        return hasGivenUp;
    }

    /// Forgets the statements so far.
    void forget()
    {
        const std::scoped_lock lock(guard);
        here.clear();
        elsewhere.clear();
    }
    /// Statements that began on this thread, in order.
    [[nodiscard]] QStringList onThisThread() const
    {
        const std::scoped_lock lock(guard);
        return here;
    }
    /// Whether a statement with \a part in its text began on another thread.
    [[nodiscard]] bool sawElsewhere(const std::string &part) const
    {
        const std::scoped_lock lock(guard);
        return std::ranges::any_of(
            elsewhere, [&part](const std::string &sql) { return sql.find(part) != std::string::npos; });
    }

private:
    static constexpr std::chrono::seconds MaxWait{60};

    // Called by SQLite for each connection that opens, and for each of its statements that begins.
    static int watch(sqlite3 *connection, char **, const sqlite3_api_routines *)
    {
        return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, &SqlWatch::begin, nullptr);
    }
    static int begin(unsigned, void *, void *, void *text)
    {
        const std::string sql(static_cast<const char *>(text));
        std::unique_lock lock(guard);
        if (std::this_thread::get_id() == owner) {
            here.append(QString::fromStdString(sql));
            return 0;
        }
        elsewhere.insert(sql);
        if (held.empty() || sql.find(held) == std::string::npos)
            return 0;
        ++waiting;
        if (!changed.wait_for(lock, MaxWait, [] { return held.empty(); }))
            hasGivenUp = true;
        --waiting;
        return 0;
    }
    static auto entryPoint() -> void (*)() { return reinterpret_cast<void (*)()>(&SqlWatch::watch); }

    static inline std::mutex guard; ///< of all that follows
    static inline std::condition_variable changed;
    static inline std::thread::id owner;
    static inline QStringList here;
    static inline std::set<std::string> elsewhere;
    static inline std::string held; ///< empty: nothing is
    static inline int waiting = 0;
    static inline bool hasGivenUp = false;
};

} // namespace Trailglass::Testing
