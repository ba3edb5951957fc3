// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/sources/source.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "models/sync/importer.h"
#include "tests/network/manualclock.h"
#include "tests/support/company.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <array>

namespace Trailglass::Support {

inline constexpr std::array ImportVendors{Vendor::Asana, Vendor::Secoda, Vendor::Datafold, Vendor::Paradime,
                                          Vendor::Nected};

/// Its events are what is imported.
inline const Company &importedCompany()
{
    static const Company it({.seed = 3, .now = parseTime("2026-11-20T12:00:00Z").value(), .events = 400});
    return it;
}

/// The events as they are, with something between them.
inline QByteArray joined(const QList<VendorEvent> &events, const QByteArray &separator)
{
    QByteArrayList raws;
    for (const VendorEvent &event : events)
        raws.append(event.raw);
    return raws.join(separator);
}

/// A workspace with one source of each vendor, each named like it.
struct ImportWorkspace
{
    explicit ImportWorkspace(Importer::Open open = openByteInput)
        : writer(EventWriter::open(folder.path()).value())
        , clock("2026-11-20T12:00:00Z")
        , importer(*writer, clock, std::move(open))
    {
        using namespace Qt::StringLiterals;
        for (const Vendor vendor : ImportVendors) {
            SourceRecord record;
            record.name = record.type = QString::fromUtf8(name(vendor).data());
            for (const SettingField &field : findSource(vendor)->type().settings) {
                if (field.required && field.defaultValue.isEmpty()) {
                    const bool isUrl = field.key == "endpoint"_L1;
                    record.settings.insert(field.key,
                                           isUrl ? u"https://api.example.com/graphql"_s : u"1234"_s);
                }
            }
            record.id = writer->addSource(record).value();
            sources.insert(record.name, record);
        }
    }

    QString write(const QString &fileName, const QByteArray &content) const
    {
        const QString path = folder.filePath(fileName);
        QFile file(path);
        const bool written = QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
            && file.write(content) == content.size();
        Q_ASSERT(written);
        return path;
    }

    [[nodiscard]] SyncReport import(const QString &source, const QStringList &files,
                                    const CancelToken &cancel = {}, const Importer::Progress &progress = {})
    {
        return importer.run({.source = sources.value(source), .files = files}, cancel, progress);
    }

    [[nodiscard]] QMap<QByteArray, QByteArray> stored() const
    {
        QMap<QByteArray, QByteArray> events;
        const auto reader = EventReader::open(folder.path()).value();
        const Result<void> scanned =
            reader->scan(EventReader::WithRaw::Yes, {}, [&](const EventRecord &record) {
                events.insert(QByteArray::fromStdString(record.event.id),
                              QByteArray::fromStdString(record.event.raw));
            });
        Q_ASSERT(scanned);
        return events;
    }

    QTemporaryDir folder;
    std::unique_ptr<EventWriter> writer;
    ManualClock clock;
    Importer importer;
    QMap<QString, SourceRecord> sources;
};

} // namespace Trailglass::Support
