// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/preset.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Trailglass {

class PresetFacts;

/// Requests the name of a filter to be saved; says in place what is wrong with it, or that it replaces
/// another.
/// \thread GUI
class PresetNameDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param preset    what is to be saved; its name is the one suggested, and its colour rules are offered
    /// \param existing  the presets that are there
    /// \param further   of elsewhere, that the filter may name
    PresetNameDialog(Preset preset, QList<Preset> existing, QWidget *parent = nullptr,
                     QList<Preset> further = {});

Q_SIGNALS:
    /// The preset under the name chosen, once; the dialog closes.
    void named(const Trailglass::Preset &preset);

private:
    void check();
    /// As it is to be saved, under the name in the line.
    [[nodiscard]] Preset presetToSave() const;
    void showNote(const QString &note, bool isError);

    const Preset m_preset;
    const QList<Preset> m_existing;
    const QList<Preset> m_further;
    QLineEdit *m_name;
    QLabel *m_note;
    PresetFacts *m_facts;
    QCheckBox *m_withRules;
    QPushButton *m_save;
};

} // namespace Trailglass
