# Argument completion: the values come from the library.

function New-Completion([string]$Value, [string]$Tip) {
    $shown = if ($Tip) { $Tip } else { $Value }
    [System.Management.Automation.CompletionResult]::new($Value, $Value, 'ParameterValue', $shown)
}

# Whether a value begins as the word that was typed, in any culture.
function Test-Begin([string]$Value, [string]$Word) {
    $Value.StartsWith($Word, [StringComparison]::OrdinalIgnoreCase)
}

# Codes by their digits or their names; the documented ones alone while nothing has been typed.
function Get-CodeCompletion([string]$Word) {
    $speech = Get-Speech $PSUICulture
    $Word = $Word.Trim('"', "'")
    $isName = $Word -match '^[A-Za-z_]' -and $Word -notmatch '^[0-9A-Fa-f]{2,8}$'
    $digits = if ($Word -match '^0[xX]') { $Word } else { "0x$Word" }
    for ($i = 0; $native::act_code_at($i, $parsed); $i++) {
        $code = $parsed[0]
        if (-not $Word -and $native::act_lookup($code) -eq [IntPtr]::Zero) { continue }
        $name = $native::Text($native::act_name($code))
        $hex = '0x{0:X8}' -f $code
        $isFit = if ($isName) { Test-Begin $name $Word } else { Test-Begin $hex $digits }
        if (-not $isFit) { continue }
        $answer = Get-Answer $code $speech
        $tip = if ($answer.Message) { $answer.Message } else { "$name ($($answer.Category))" }
        New-Completion $(if ($isName) { $name } else { $hex }) ($tip -split "`n")[0]
    }
}

# Several documents may be in one language.
function Get-LanguageCompletion([string]$Word) {
    $seen = @()
    for ($i = 0; $null -ne ($tag = $native::Text($native::act_document($i, $documentLanguage))); $i++) {
        if (-not (Test-Begin $tag $Word) -or $seen -contains $tag) { continue }
        $seen += $tag
        $name = try { [Globalization.CultureInfo]::GetCultureInfo($tag).NativeName } catch { $tag }
        New-Completion $tag $name
    }
}

function Get-CategoryCompletion([string]$Word) {
    $speech = Get-Speech $PSUICulture
    $i = 0
    foreach ($name in Get-Identifier act_category_id) {
        $label = $native::Text($native::act_category_text($i++, $categoryLabel, $speech.Tag))
        if (Test-Begin $name $Word) { New-Completion $name $label }
    }
}

Register-ArgumentCompleter -CommandName Get-ActivationError -ParameterName Code -ScriptBlock {
    param($commandName, $parameterName, $wordToComplete)
    Get-CodeCompletion $wordToComplete
}
Register-ArgumentCompleter -CommandName Get-ActivationError -ParameterName Category -ScriptBlock {
    param($commandName, $parameterName, $wordToComplete)
    Get-CategoryCompletion $wordToComplete
}
Register-ArgumentCompleter -CommandName Get-ActivationError, Find-ActivationError, Resolve-ActivationError `
    -ParameterName Language -ScriptBlock {
    param($commandName, $parameterName, $wordToComplete)
    Get-LanguageCompletion $wordToComplete
}
Register-ArgumentCompleter -CommandName Get-ActivationError, Find-ActivationError, Resolve-ActivationError `
    -ParameterName Commands -ScriptBlock {
    param($commandName, $parameterName, $wordToComplete)
    foreach ($id in $dialectIds) { if (Test-Begin $id $wordToComplete) { New-Completion $id $id } }
}
