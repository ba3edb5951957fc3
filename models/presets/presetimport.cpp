// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/presets/numberedname.h"
#include "models/presets/presetcolours.h"
#include "models/presets/presetplan.h"
#include "models/presets/presetreferences.h"

#include <QHash>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

Error withNothingImported(Error error)
{
    error.message = tr("%1 Nothing was imported.").arg(error.message);
    return error;
}

/// What a preset with a number at the end of its name is found by.
using Content = QStringList;

Content contentOf(const QString &stem, const Preset &preset)
{
    return {stem, preset.expression, preset.columns, preset.sort, rulesWithoutNumbers(preset.colourRules)};
}

/// Finds a place for each preset of a file, those it names first.
class Importer
{
public:
    Importer(const QList<Preset> &imported, const QList<Preset> &existing, const CancelToken &cancel)
        : m_imported(imported)
        , m_cancel(cancel)
        , m_places(static_cast<std::size_t>(imported.size()))
    {
        for (const Preset &preset : existing)
            know(preset);
        for (qsizetype index = imported.size(); index-- > 0;)
            m_first.insert(imported.at(index).name, index);
    }

    Result<PresetImport> run()
    {
        PresetImport plan;
        if (const Result<void> cleaned = cleanRules(plan.warnings); !cleaned)
            return cleaned.error();
        for (qsizetype index = 0; index < m_imported.size(); ++index) {
            const Result<void> placed = place(index);
            if (!placed)
                return withNothingImported(placed.error());
            const Place &found = m_places[static_cast<std::size_t>(index)];
            const QString &from = m_imported.at(index).name;
            if (!found.isNew) {
                plan.same.append(from);
                continue;
            }
            plan.saved.append(m_known.value(found.name));
            if (found.name != from)
                plan.renamed.append({from, found.name});
        }
        renameInRules(plan.saved);
        const Result<void> checked = check(plan.saved);
        return checked ? Result<PresetImport>(plan) : withNothingImported(checked.error());
    }

private:
    /// Where a preset of the file is kept.
    struct Place
    {
        QString name; ///< empty: not placed yet
        bool isNew = false;
        bool isOpen = false; ///< waits for those it names
    };

    /// Leaves out what is no colour rule.
    Result<void> cleanRules(QStringList &warnings)
    {
        for (Preset &preset : m_imported) {
            if (preset.colourRules.isEmpty())
                continue;
            if (m_cancel.isCancelled())
                return presetsCancelled();
            QStringList problems;
            preset.colourRules = cleanColourRules(preset.colourRules, problems);
            for (const QString &problem : std::as_const(problems))
                warn(Trailglass::tr("Preset “%1”: %2").arg(visibleText(preset.name), problem), warnings);
        }
        return {};
    }

    static void warn(const QString &warning, QStringList &warnings)
    {
        if (warnings.size() < PresetImport::MaxWarnings)
            warnings.append(warning);
        else if (warnings.size() == PresetImport::MaxWarnings)
            warnings.append(PresetImport::moreWarnings());
    }

    /// Only after all have their names: a rule may name its own preset, and those that name it.
    void renameInRules(QList<Preset> &saved) const
    {
        QHash<QString, QString> names;
        for (auto first = m_first.cbegin(); first != m_first.cend(); ++first) {
            const QString &name = m_places[static_cast<std::size_t>(*first)].name;
            if (name != first.key())
                names.insert(first.key(), name);
        }
        if (names.isEmpty())
            return;
        for (Preset &preset : saved)
            preset.colourRules = withPresetsRenamedInRules(preset.colourRules, names);
    }

    void know(const Preset &preset)
    {
        m_known.insert(preset.name, preset);
        const QString stem = withoutNumber(preset.name);
        if (stem != preset.name)
            m_numbered.insert(contentOf(stem, preset), preset.name);
    }

    Result<void> place(qsizetype index)
    {
        Place &place = m_places[static_cast<std::size_t>(index)];
        if (!place.name.isEmpty())
            return {};
        if (m_cancel.isCancelled())
            return presetsCancelled();
        Preset preset = m_imported.at(index);
        place.isOpen = true;
        m_open.append(preset.name);
        const Result<QHash<QString, QString>> names = placeNamed(preset);
        m_open.removeLast();
        place.isOpen = false;
        if (!names)
            return names.error();
        if (!names->isEmpty())
            preset.expression = withPresetsRenamed(preset.expression, *names);
        if (const QString same = nameOfSame(preset); !same.isEmpty()) {
            place.name = same;
            return {};
        }
        preset.name = freeName(preset.name);
        place.name = preset.name;
        place.isNew = true;
        know(preset);
        return {};
    }

    /// Places what \a preset names.
    /// \returns the names that are other ones here
    Result<QHash<QString, QString>> placeNamed(const Preset &preset)
    {
        if (m_open.size() > Filter::MaxDepth)
            return presetsNestedTooDeep();
        QHash<QString, QString> names;
        for (const QString &name : presetsNamedIn(preset.expression)) {
            const auto first = m_first.constFind(name);
            if (first == m_first.constEnd())
                continue;
            const Place &named = m_places[static_cast<std::size_t>(*first)];
            if (named.isOpen)
                return presetsInACircle(m_open.mid(m_open.indexOf(name)) + QStringList(name));
            TRY(place(*first));
            if (named.name != name)
                names.insert(name, named.name);
        }
        return names;
    }

    /// The preset that says the same, maybe since an earlier import of the same file; empty when none does.
    [[nodiscard]] QString nameOfSame(const Preset &preset) const
    {
        const auto known = m_known.constFind(preset.name);
        if (known != m_known.constEnd() && contentOf(preset.name, *known) == contentOf(preset.name, preset))
            return preset.name;
        for (int digits = 10; digits <= 100'000; digits *= 10) {
            const auto same =
                m_numbered.constFind(contentOf(withoutNumber(numberedName(preset.name, digits - 1)), preset));
            if (same != m_numbered.constEnd())
                return *same;
        }
        return {};
    }

    /// The name, or `name (2)` with the next number that is free; it gives way where both would be too long.
    QString freeName(const QString &name)
    {
        if (!m_known.contains(name))
            return name;
        int &number = m_numbers[besideAnyNumber(name)];
        for (number = std::max(number, 2);; ++number) {
            const QString free = numberedName(name, number);
            if (!m_known.contains(free) && !m_first.contains(free))
                return free;
        }
    }

    /// New names may be too long for an expression, and close a circle with presets that were there.
    [[nodiscard]] Result<void> check(const QList<Preset> &saved) const
    {
        QHash<QString, QString> expressions;
        for (const Preset &preset : m_known)
            expressions.insert(preset.name, preset.expression);
        QStringList names;
        for (const Preset &preset : saved) {
            names.append(preset.name);
            if (m_cancel.isCancelled())
                return presetsCancelled();
            if (const Result<void> checked = checkPreset(preset); !checked)
                return checked;
        }
        return checkNoCircle(names, expressions, m_cancel);
    }

    QList<Preset> m_imported;
    const CancelToken &m_cancel;
    QHash<QString, qsizetype> m_first; ///< of each name in the file, which the others there mean
    std::vector<Place> m_places; ///< of m_imported
    QHash<QString, Preset> m_known; ///< by name, those to be saved included
    QHash<Content, QString> m_numbered; ///< names that end with a number, by what they stand for
    QHash<QString, int> m_numbers; ///< where to look for the next free one
    QStringList m_open; ///< names of presets that wait for those they name, outermost first
};

} // namespace

QString PresetImport::moreWarnings()
{
    return Trailglass::tr("There are more colour rules with problems.");
}

QString PresetImport::sentence() const
{
    QStringList parts{Trailglass::tr("presets imported: %1").arg(saved.size())};
    if (!same.isEmpty())
        parts.append(Trailglass::tr("already present: %1").arg(same.size()));
    for (const Renaming &renaming : renamed) {
        parts.append(Trailglass::tr("“%1” imported as “%2”")
                         .arg(visibleText(renaming.from), visibleText(renaming.to)));
    }
    return parts.join(u" · "_s);
}

Result<PresetImport> planImport(const QList<Preset> &imported, const QList<Preset> &existing,
                                const CancelToken &cancel)
{
    return Importer(imported, existing, cancel).run();
}

} // namespace Trailglass
