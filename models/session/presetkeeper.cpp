// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/session/presetkeeper.h"

#include "models/presets/presetfile.h"
#include "models/session/workerthread.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"

#include <mutex>
#include <optional>

namespace Trailglass {

namespace {

/// What the presets are, for whoever expands a filter on another thread.
struct SharedExpressions
{
    std::mutex guard;
    QList<Preset> presets;
};

Result<QList<Preset>> readPresets(const QString &workspace)
{
    const auto reader = EventReader::open(workspace);
    if (reader)
        return (*reader)->presets();
    return reader.error().kind == ErrorKind::NotFound ? Result<QList<Preset>>(QList<Preset>())
                                                      : reader.error();
}

Result<void> write(const QString &workspace, const PresetChanges &changes)
{
    if (changes.isEmpty())
        return {};
    const auto writer = EventWriter::open(workspace);
    return writer ? (*writer)->changePresets(changes) : writer.error();
}

} // namespace

class PresetKeeper::Private
{
public:
    Private(PresetKeeper &keeper, QString folder)
        : q(keeper)
        , workspace(std::move(folder))
    {
    }

    PresetKeeper &q;
    const QString workspace;
    QList<Preset> presets;
    const std::shared_ptr<SharedExpressions> shared = std::make_shared<SharedExpressions>();
    std::optional<WorkerThread> thread; ///< made by the first call; its answers end with it

    WorkerThread &worker()
    {
        if (!thread)
            thread.emplace(QStringLiteral("presets"));
        return *thread;
    }

    void take(const Result<QList<Preset>> &read)
    {
        if (!read) {
            Q_EMIT q.failed(read.error());
            return;
        }
        presets = *read;
        {
            const std::lock_guard lock(shared->guard);
            shared->presets = presets;
        }
        Q_EMIT q.listed(presets);
    }

    /// Runs \a work on the presets as they are by then, on the thread; lists them anew when that went well,
    /// then tells.
    template <class Value>
    void change(std::function<Result<Value>(const QList<Preset> &)> work,
                std::function<void(Result<Value>)> done)
    {
        WorkerThread *const on = &worker();
        on->post([this, on, work = std::move(work), done = std::move(done)] {
            const auto before = readPresets(workspace);
            Result<Value> result = before ? work(*before) : Result<Value>(before.error());
            std::optional<Result<QList<Preset>>> after;
            if (result)
                after = readPresets(workspace);
            on->answer([this, done, result, after] {
                if (after)
                    take(*after);
                if (done)
                    done(result);
            });
        });
    }
};

PresetKeeper::PresetKeeper(QString workspace, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(workspace)))
{
}

PresetKeeper::~PresetKeeper() = default;

void PresetKeeper::reload()
{
    WorkerThread *const on = &d->worker();
    on->post([this, on] {
        const auto read = readPresets(d->workspace);
        on->answer([this, read] { d->take(read); });
    });
}

const QList<Preset> &PresetKeeper::presets() const
{
    return d->presets;
}

Filter::PresetLookup PresetKeeper::lookup() const
{
    return [shared = d->shared](const QString &name) {
        const std::lock_guard lock(shared->guard);
        return presetLookup(shared->presets)(name);
    };
}

void PresetKeeper::save(const Preset &preset, Done done)
{
    d->change<void>(
        [this, preset](const QList<Preset> &presets) -> Result<void> {
            const Result<void> checked = checkPresetAmong(preset, presets);
            return checked ? write(d->workspace, {.saved = {preset}}) : checked;
        },
        std::move(done));
}

void PresetKeeper::rename(const QString &from, const QString &to, Done done)
{
    d->change<void>(
        [this, from, to](const QList<Preset> &presets) -> Result<void> {
            const auto changes = planRename(from, to, presets);
            return changes ? write(d->workspace, *changes) : changes.error();
        },
        std::move(done));
}

void PresetKeeper::remove(const QString &name, Done done)
{
    d->change<void>(
        [this, name](const QList<Preset> &presets) -> Result<void> {
            const auto preset = presetNamed(name, presets);
            return preset ? write(d->workspace, {.deleted = {name}}) : preset.error();
        },
        std::move(done));
}

void PresetKeeper::importFrom(const QString &fileName, Imported done)
{
    d->change<PresetImport>(
        [this, fileName](const QList<Preset> &presets) -> Result<PresetImport> {
            const auto imported = readPresetFile(fileName);
            if (!imported)
                return imported.error();
            PresetImport plan = planImport(*imported, presets);
            const Result<void> written = write(d->workspace, {.saved = plan.saved});
            return written ? Result<PresetImport>(std::move(plan)) : written.error();
        },
        std::move(done));
}

void PresetKeeper::exportTo(const QString &fileName, Done done)
{
    d->change<void>([fileName](const QList<Preset> &presets) { return writePresetFile(fileName, presets); },
                    std::move(done));
}

} // namespace Trailglass
