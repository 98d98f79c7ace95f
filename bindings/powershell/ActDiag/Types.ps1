# The .NET types that the module makes at import, beside the native methods: the objects that it
# emits, and the set of activation types. Copying such an object is many times faster than making one
# with PowerShell's own means, and its properties complete at the prompt.

# Static method Text(IntPtr): the string of a NUL-terminated UTF-8 text, null for null. Marshal has
# one from .NET Core on only, so this one is emitted.
function Add-TextMethod([System.Reflection.Emit.TypeBuilder]$Builder) {
    $op = [System.Reflection.Emit.OpCodes]
    $method = $Builder.DefineMethod('Text', 'Public, Static', [string], [Type[]]@([IntPtr]))
    $il = $method.GetILGenerator()
    $end = $il.DeclareLocal([IntPtr])
    $loop, $done, $null_text = $il.DefineLabel(), $il.DefineLabel(), $il.DefineLabel()
    $il.Emit($op::Ldarg_0)
    $il.Emit($op::Brfalse, $null_text)
    $il.Emit($op::Ldarg_0)
    $il.Emit($op::Stloc, $end)
    $il.MarkLabel($loop)
    $il.Emit($op::Ldloc, $end)
    $il.Emit($op::Ldind_U1)
    $il.Emit($op::Brfalse, $done)
    $il.Emit($op::Ldloc, $end)
    $il.Emit($op::Ldc_I4_1)
    $il.Emit($op::Add)
    $il.Emit($op::Stloc, $end)
    $il.Emit($op::Br, $loop)
    $il.MarkLabel($done)
    $il.Emit($op::Ldarg_0)
    $il.Emit($op::Ldc_I4_0)
    $il.Emit($op::Ldloc, $end)
    $il.Emit($op::Ldarg_0)
    $il.Emit($op::Sub)
    $il.Emit($op::Conv_I4)
    $il.Emit($op::Call, [Text.Encoding].GetProperty('UTF8').GetGetMethod())
    $bytes = [sbyte].MakePointerType()
    $arguments = [Type[]]@($bytes, [int], [int], [Text.Encoding])
    $il.Emit($op::Newobj, [string].GetConstructor($arguments))
    $il.Emit($op::Ret)
    $il.MarkLabel($null_text)
    $il.Emit($op::Ldnull)
    $il.Emit($op::Ret)
}

# Static method ScanLine: what act_scan finds in an object of the pipeline from its beginning on; -1
# where it is not a text, or one that may be the name of a file: one that has a character of inNames,
# and after a drive none of notInNames. A pipeline brings many lines, and one call for each, compiled,
# costs a third of what the same costs as script.
function Add-ScanMethod([System.Reflection.Emit.TypeBuilder]$Builder, [System.Reflection.MethodInfo]$Scan, [Type]$Size) {
    $op = [System.Reflection.Emit.OpCodes]
    $chars = [char[]]
    $parameters = [Type[]]@([object], $chars, $chars, $Size.MakeArrayType(), [uint32], [long[]], $Size)
    $il = $Builder.DefineMethod('ScanLine', 'Public, Static', [int], $parameters).GetILGenerator()
    $null = $il.DeclareLocal([string])
    $isText, $isOther = $il.DefineLabel(), $il.DefineLabel()
    $length = [string].GetProperty('Length').GetGetMethod()
    $il.Emit($op::Ldarg_0)
    $il.Emit($op::Isinst, [string])
    $il.Emit($op::Stloc_0)
    $il.Emit($op::Ldloc_0)
    $il.Emit($op::Brfalse, $isOther)
    $il.Emit($op::Ldloc_0)
    $il.Emit($op::Callvirt, $length)
    $il.Emit($op::Ldc_I4_3)
    $il.Emit($op::Blt, $isText)
    $il.Emit($op::Ldloc_0)
    $il.Emit($op::Ldarg_1)
    $il.Emit($op::Ldc_I4_2)
    $il.Emit($op::Callvirt, [string].GetMethod('IndexOfAny', [Type[]]@($chars, [int])))
    $il.Emit($op::Ldc_I4_0)
    $il.Emit($op::Bge, $isText)
    $il.Emit($op::Ldloc_0)
    $il.Emit($op::Ldarg_2)
    $il.Emit($op::Callvirt, [string].GetMethod('IndexOfAny', [Type[]]@(, $chars)))
    $il.Emit($op::Ldc_I4_0)
    $il.Emit($op::Bge, $isOther)
    $il.MarkLabel($isText)
    $il.Emit($op::Ldarg_3)
    $il.Emit($op::Ldc_I4_0)
    $il.Emit($op::Ldc_I4_0)
    $il.Emit($(if ($Size -eq [long]) { $op::Conv_I8 } else { $op::Conv_I4 }))
    $il.Emit($op::Stelem, $Size)
    $il.Emit($op::Ldloc_0)
    $il.Emit($op::Ldloc_0)
    $il.Emit($op::Callvirt, $length)
    $il.Emit($op::Ldc_I4_2)
    $il.Emit($op::Mul)
    $il.Emit($(if ($Size -eq [long]) { $op::Conv_I8 } else { $op::Conv_I4 }))
    foreach ($argument in 3..6) { $il.Emit($op::Ldarg_S, [byte]$argument) }
    $il.Emit($op::Call, $Scan)
    $il.Emit($op::Conv_I4)
    $il.Emit($op::Ret)
    $il.MarkLabel($isOther)
    $il.Emit($op::Ldc_I4_M1)
    $il.Emit($op::Ret)
}

# [ActDiag.ActivationType], a flags enum: the library's identifiers in .NET's spelling.
function New-ActivationType([System.Reflection.Emit.ModuleBuilder]$Module, [Type]$Native) {
    $builder = $Module.DefineEnum('ActDiag.ActivationType', 'Public', [int])
    $flags = [FlagsAttribute].GetConstructor([Type]::EmptyTypes)
    $builder.SetCustomAttribute([System.Reflection.Emit.CustomAttributeBuilder]::new($flags, @()))
    $null = $builder.DefineLiteral('None', 0)
    for ($bit = 1; ($id = $Native::Text($Native::act_type_id($bit))); $bit *= 2) {
        $words = foreach ($word in $id.Split('-')) {
            $word.Substring(0, 1).ToUpperInvariant() + $word.Substring(1)
        }
        $null = $builder.DefineLiteral(-join $words, $bit)
    }
    $builder.CreateType()
}

# ---- What the commands emit ---------------------------------------------------------------------

# A class of public fields, in this order, that can be cloned.
function New-RecordType([System.Reflection.Emit.ModuleBuilder]$Module, [string]$Name, $Fields) {
    $op = [System.Reflection.Emit.OpCodes]
    $builder = $Module.DefineType("ActDiag.$Name", 'Public, Sealed', [object], [Type[]]@([ICloneable]))
    foreach ($field in $Fields.GetEnumerator()) {
        $null = $builder.DefineField($field.Key, $field.Value, 'Public')
    }
    $null = $builder.DefineDefaultConstructor('Public')
    $il = $builder.DefineMethod('Clone', 'Public, Virtual', [object], [Type]::EmptyTypes).GetILGenerator()
    $il.Emit($op::Ldarg_0)
    $il.Emit($op::Call, [object].GetMethod('MemberwiseClone', [System.Reflection.BindingFlags]'Instance, NonPublic'))
    $il.Emit($op::Ret)
    $builder.CreateType()
}

# Names and types of an answer's properties, without InputObject; in a verdict any may be null.
function Get-AnswerField([Type]$ActivationType, [bool]$IsNullable) {
    $text = [string]
    $number, $switch, $set = if ($IsNullable) { [object], [object], [object] } else {
        [uint32], [bool], $ActivationType
    }
    [ordered]@{
        Code = $number; Hex = $text; Subject = $text; Name = $text; Known = $text; Category = $text
        Side = $text; Role = $text; Retry = $switch; ActivationType = $set; Reference = $text
        Message = $text; Cause = $text; Steps = $text; Advice = $text; Commands = [object[]]
        Language = $text
    }
}

function New-RecordTypeSet([System.Reflection.Emit.ModuleBuilder]$Module, [Type]$ActivationType) {
    $answer = Get-AnswerField $ActivationType $false
    $summary = [ordered]@{ Count = [long] } + $answer + [ordered]@{
        Computers = [string[]]; First = [object]; Last = [object]
    }
    $answer.InputObject = [object]
    $match = $answer + [ordered]@{
        Path = [string]; LineNumber = [long]; Offset = [long]; Computer = [string]; Time = [object]
    }
    $verdict = (Get-AnswerField $ActivationType $true) + [ordered]@{
        Computer = [string]; Rule = [string]; Dialect = [string]; Event = [object]; Time = [object]
        KmsHost = [string]; Remarks = [string]; Findings = [object[]]; Events = [object[]]; LeftOut = [object]
    }
    @{
        Answer  = New-RecordType $Module ActivationError $answer
        Match   = New-RecordType $Module ActivationErrorMatch $match
        Summary = New-RecordType $Module ActivationErrorSummary $summary
        Verdict = New-RecordType $Module ActivationVerdict $verdict
    }
}

# Copies the fields that have a value: PowerShell would make an empty text of a null one.
function Copy-Field($From, $To, [string[]]$Name) {
    foreach ($one in $Name) {
        $value = $From.$one
        if ($null -ne $value) { $To.$one = $value }
    }
}
