// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/changedvalues.h"

namespace Trailglass {

namespace {

/// Bytes of the subjects of all values, and of the steps to them: whoever prints values prints both for each.
constexpr std::size_t MaxBytesOfPlaces = std::size_t{16} * 1024 * 1024;

ChangedValue::Kind changedKind(ValueChange::Kind kind)
{
    switch (kind) {
    case ValueChange::Kind::Same:
        return ChangedValue::Kind::Same;
    case ValueChange::Kind::Changed:
        return ChangedValue::Kind::Changed;
    case ValueChange::Kind::Removed:
        return ChangedValue::Kind::Removed;
    case ValueChange::Kind::Added:
        return ChangedValue::Kind::Added;
    }
    Q_UNREACHABLE();
}

/// The way through one change after the other.
class ChangedValueVisit
{
public:
    explicit ChangedValueVisit(const std::function<void(const ChangedValue &)> &visit)
        : m_visit(visit)
    {
    }

    void add(const EventChange &change)
    {
        using Kind = ChangedValue::Kind;
        m_current.change = &change;
        m_placeBytes = bytesOfPlace(change);
        if (change.kind == EventChange::Kind::Given)
            return tell(Kind::Given, change.change);
        if (change.kind == EventChange::Kind::States)
            return addValue(change.change);
        // What was removed is nothing that what was added is compared with.
        if (change.change.kind != ValueChange::Kind::Added)
            tell(Kind::Removed, change.change);
        if (change.change.kind != ValueChange::Kind::Removed)
            tell(Kind::Added, change.change);
    }

private:
    void tell(ChangedValue::Kind kind, const ValueChange &value)
    {
        m_current.kind = kind;
        m_current.value = &value;
        m_visit(m_current);
    }

    void addValue(const ValueChange &value)
    {
        const bool isGroup = !value.children.empty() && value.kind == ValueChange::Kind::Changed;
        if (!isGroup || !hasRoomInside(value))
            return tell(changedKind(value.kind), value);
        for (const ValueChange &child : value.children) {
            if (child.kind != ValueChange::Kind::Same)
                addChild(child);
        }
    }

    [[nodiscard]] static std::size_t bytesOfPlace(const EventChange &change)
    {
        std::size_t bytes = change.subject.size() + change.beforeName.size() + change.afterName.size();
        for (const PlaceStep &step : change.place)
            bytes += sizeof(PlaceStep) + step.member.size();
        return bytes;
    }

    [[nodiscard]] static std::size_t bytesOfStep(const ValueChange &child)
    {
        return sizeof(InnerStep) + child.name.size();
    }

    /// Whether there is room for the places of what differs in a value; they count from then on.
    bool hasRoomInside(const ValueChange &value)
    {
        std::size_t bytes = 0;
        for (const ValueChange &child : value.children) {
            if (child.kind != ValueChange::Kind::Same)
                bytes += m_placeBytes + bytesOfStep(child);
        }
        if (m_writtenBytes + bytes > MaxBytesOfPlaces)
            return false;
        m_writtenBytes += bytes;
        return true;
    }

    void addChild(const ValueChange &child)
    {
        const quint32 before = child.beforePlace.value_or(child.afterPlace.value_or(0));
        const quint32 after = child.afterPlace.value_or(before);
        m_current.inside.push_back({child.name, !child.isMember, before, after});
        m_placeBytes += bytesOfStep(child);
        addValue(child);
        m_placeBytes -= bytesOfStep(child);
        m_current.inside.pop_back();
    }

    const std::function<void(const ChangedValue &)> &m_visit;
    ChangedValue m_current;
    std::size_t m_placeBytes = 0; ///< of the subject of m_current, and of the steps to it in its event
    std::size_t m_writtenBytes = 0; ///< likewise, of all values
};

} // namespace

void visitChangedValues(const EventChanges &changes, const std::function<void(const ChangedValue &)> &visit)
{
    ChangedValueVisit way(visit);
    for (const EventChange &change : changes.changes)
        way.add(change);
}

} // namespace Trailglass
