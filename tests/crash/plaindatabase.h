// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

struct sqlite3;

namespace Trailglass::Testing {

/// A database as any other tool opens it, without what our own connections check and forbid. Ends the program where
/// SQLite refuses.
class PlainDatabase
{
public:
    explicit PlainDatabase(const QString &path);

    void execute(const QByteArray &sql);
    /// The first column of all rows, as text.
    [[nodiscard]] QList<QByteArray> texts(const QByteArray &sql);

    /// What SQLite's own check finds; empty for an intact database.
    [[nodiscard]] QByteArray damage();

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

} // namespace Trailglass::Testing
