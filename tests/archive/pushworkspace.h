// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/store/eventwriter.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace Trailglass::Testing {

/// A workspace whose events are pushed: each one differs, and they are of three months.
class PushWorkspace
{
public:
    /// \param name  of its folder
    explicit PushWorkspace(const QString &name = QStringLiteral("work"));
    /// With events of a source.
    PushWorkspace(const QString &name, const QString &source, int events);

    [[nodiscard]] QString folder() const { return m_folder.filePath(m_name); }
    [[nodiscard]] const QString &name() const { return m_name; }

    SourceId addSource(const QString &name);
    /// Commits so many new events in one page.
    void add(SourceId source, int count);
    /// Commits newer versions of so many events, from number \a first on; the first one that was added is 1.
    void change(SourceId source, int first, int count);
    void commit(const PageCommit &page);
    void purge(SourceId source);

    /// Makes this workspace a copy of another one, as it is now.
    void copyFrom(PushWorkspace &other);

    EventWriter &writer();

private:
    [[nodiscard]] static Event event(int number, int version);

    QTemporaryDir m_folder;
    const QString m_name;
    std::unique_ptr<EventWriter> m_writer;
    int m_count = 0;
};

} // namespace Trailglass::Testing
