/* blob.S - the tagger's model as it is, in constant memory. */
        .section .rodata
        .balign 64
        .globl  csto_model_blob
        .hidden csto_model_blob
csto_model_blob:
        .incbin "ext/data/model.bin"
        .incbin "ext/data/model_names.bin"
        .globl  csto_model_blob_end
        .hidden csto_model_blob_end
csto_model_blob_end:
        .byte 0
#if defined(__linux__) && defined(__ELF__)
        .section .note.GNU-stack,"",%progbits
#endif
