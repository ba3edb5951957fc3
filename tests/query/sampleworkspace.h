// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace Trailglass {

/// A workspace in a temporary folder, filled through the one writer. Asserts that everything works.
class SampleWorkspace
{
public:
    SampleWorkspace();
    /// A workspace of its own with what \a original holds now: quicker than to fill one again.
    [[nodiscard]] static std::unique_ptr<SampleWorkspace> copyOf(const SampleWorkspace &original);

    [[nodiscard]] QString folder() const { return m_folder.path(); }

    SourceId addSource(const QString &name, const QString &type);
    void removeSource(SourceId source);
    void commit(SourceId source, std::vector<Event> events, UtcMicros received);

    /// Lets the next row number be greater by \a count, as if as many had come and gone.
    void skipRows(qint64 count);

    /// Every listed event with raw, in row order.
    [[nodiscard]] std::vector<EventRecord> records() const;

private:
    explicit SampleWorkspace(const QStringList &files);

    QTemporaryDir m_folder;
    std::unique_ptr<EventWriter> m_writer;
};

} // namespace Trailglass
